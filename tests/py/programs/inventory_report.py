# Records grouped, totalled and printed as an aligned table.
ROWS = """sku,name,category,qty,price
A1,Widget,tools,10,2.50
B2,Gadget,toys,0,19.99
A2,"Big, Widget",tools,3,7.25
C9,Gizmo,toys,7,4.00
D4,Thing,,2,100"""
def parse(text):
    header, *lines = text.splitlines()
    names = header.split(',')
    for line in lines:
        fields, cur, quoted = [], '', False
        for c in line:
            if c == '"': quoted = not quoted
            elif c == ',' and not quoted:
                fields.append(cur)
                cur = ''
            else: cur += c
        fields.append(cur)
        row = dict(zip(names, fields))
        row['qty'], row['price'] = int(row['qty']), float(row['price'])
        yield row
rows = list(parse(ROWS))
print(rows[2], len(rows))
by_category = {}
for r in rows: by_category.setdefault(r['category'] or 'none', []).append(r)
def table(rows, columns):
    widths = {c: max(len(c), *(len(f'{r[c]}') for r in rows)) for c in columns}
    yield ' | '.join(f'{c:<{widths[c]}}' for c in columns)
    yield '-+-'.join('-' * widths[c] for c in columns)
    for r in rows:
        yield ' | '.join(f'{r[c]:>{widths[c]}}' if isinstance(r[c], (int, float)) else f'{r[c]:<{widths[c]}}' for c in columns)
for cat, items in sorted(by_category.items()):
    total = sum(r['qty'] * r['price'] for r in items)
    print(f'{cat}: {len(items)} items, {sum(r["qty"] for r in items)} pieces, {total:,.2f}')
print(*table(sorted(rows, key=lambda r: -r['price']), ['sku', 'name', 'qty', 'price']), sep='\n')
low = [r['name'] for r in rows if r['qty'] < 5]
print(low, next((r for r in rows if r['qty'] == 0), None)['name'], any(r['category'] == '' for r in rows), all(r['price'] > 1 for r in rows))
rows.sort(key=lambda r: (r['category'], -r['qty']))
print([(r['category'], r['sku']) for r in rows], max(rows, key=lambda r: r['qty'] * r['price'])['sku'])
updated = [{**r, 'price': round(r['price'] * 1.1, 2)} for r in rows if r['category']]
print([(r['sku'], r['price']) for r in updated], {r['sku']: r['qty'] for r in rows}, sum(r['qty'] for r in rows))
