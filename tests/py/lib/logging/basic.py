# Loggers, levels, handlers, formatters, filters.
import io, logging, sys, warnings
out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format='%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(message)s')
log = logging.getLogger('app.db')
def work():
    log.debug('hidden')
    log.info('x=%d y=%s', 1, 'two')
    log.warning('map %(a)s', {'a': 5})
    log.log(25, 'odd level')
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')
    log.error('extra', extra={'who': 'me'}, stack_info=False)
work()
logging.info('root')
print(out.getvalue().replace(__file__, 'FILE'))
print(log, log.parent, logging.getLogger('app'), logging.getLogger(), log.getEffectiveLevel(), log.isEnabledFor(10), log.hasHandlers(), log.getChild('x').name, logging.getLogger('app').getChildren(), logging.getLogger('app.db') is log)
print(logging.getLevelName(30), logging.getLevelName('ERROR'), logging.getLevelName(7), logging.getLevelNamesMapping())
logging.addLevelName(25, 'NOTICE')
print(logging.getLevelName(25))
h = logging.StreamHandler(s := io.StringIO())
h.setFormatter(logging.Formatter('{levelname} {message} {who}', style='{', defaults={'who': 'none'}))
h.addFilter(lambda r: 'skip' not in r.getMessage())
h.setLevel('WARNING')
l2 = logging.Logger('own')
l2.addHandler(h)
l2.propagate = False
l2.warning('a'); l2.warning('skip'); l2.info('low'); l2.error('b', extra={'who': 'w'})
print(s.getvalue(), h)
class Up(logging.LoggerAdapter):
    def process(self, msg, kw): return msg.upper(), kw
Up(l2, {}).warning('adapted')
f = logging.Filter('a.b')
print(s.getvalue().splitlines()[-1], f.filter(logging.makeLogRecord({'name': 'a.b.c'})), f.filter(logging.makeLogRecord({'name': 'a.bc'})))
r = logging.makeLogRecord({'msg': 'm %s', 'args': (1,), 'levelname': 'INFO', 'created': 0.5, 'msecs': 500.0, 'name': 'n'})
fm = logging.Formatter('%(asctime)s %(message)s')
fm.converter = __import__('time').gmtime
print(fm.format(r), logging.Formatter('$message', style='$').format(r), fm.formatTime(r, '%Y'), repr(r))
for bad in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: logging.Formatter('{x', style='{'), lambda: logging.Formatter('no fields'), lambda: logging.Formatter(style='x'), lambda: logging.basicConfig(nope=1, force=True), lambda: logging.getLogger(5), lambda: log.info('m', extra={'message': 1}), lambda: log.log('x', 'y'), lambda: logging.Handler().emit(None), lambda: logging.setLoggerClass(int)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
logging.disable(logging.CRITICAL)
l2.critical('no')
logging.disable(logging.NOTSET)
sys.stderr = io.StringIO()
l3 = logging.Logger('lonely')
l3.warning('to last resort'); l3.info('not')
l4 = logging.Logger('bad')
l4.addHandler(logging.StreamHandler(io.StringIO()))
l4.warning('bad %d', 'args')
text = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(text.splitlines()[:2], text.splitlines()[-3:])
logging.captureWarnings(True)
logging.getLogger('py.warnings').addHandler(logging.StreamHandler(w := io.StringIO()))
warnings.warn('careful')
logging.captureWarnings(False)
print('UserWarning: careful' in w.getvalue())
h.name = 'mine'
print(logging.getHandlerByName('mine') is h, logging.getHandlerNames(), logging.lastResort)
logging.shutdown()
