# sys.exit(7) ends with that status and no output.
import sys
def main():
    try:
        sys.exit(7)
    except Exception:
        print('not an Exception')
    finally:
        print('finally runs')
main()
print('never')
