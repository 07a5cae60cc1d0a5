# limits: --max-steps 50000000
# expect: status=0 last=ok
# Modules of processes, sockets, foreign code and the real file system are not there or do nothing.
def absent(what, attempt):
    try:
        attempt()
    except (ImportError, AttributeError, PermissionError, FileNotFoundError, OSError, NotImplementedError, RuntimeError, NameError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'WENT THROUGH')
        bad.append(what)
bad = []
for name in ('ctypes', '_ctypes', '_posixsubprocess', 'mmap', 'resource', 'pty', 'fcntl', 'termios', '_winapi', 'msvcrt', 'multiprocessing.shared_memory', '_socket', 'readline', 'faulthandler', 'cffi', 'syslog', 'pwd', 'grp', 'spwd', 'posix.nope', 'dbm.gnu'):
    absent(name, lambda: __import__(name))
import os
absent('system', lambda: os.system('true'))
absent('popen', lambda: os.popen('true'))
absent('fork', lambda: os.fork())
absent('kill', lambda: os.kill(1, 0))
absent('exec', lambda: os.execv('/bin/true', ['true']))
absent('passwd', lambda: open('/etc/passwd'))
absent('proc', lambda: open('/proc/self/maps'))
absent('fd', lambda: open(0, 'rb', closefd=False))
absent('fd 3', lambda: open(3))
absent('write', lambda: open('/tmp/natrix-escape', 'w'))
absent('relative', lambda: open('../../etc/passwd'))
absent('nul', lambda: os.listdir('/proc/1'))
absent('subprocess', lambda: __import__('subprocess').run(['true']))
absent('socket', lambda: __import__('socket').create_connection(('127.0.0.1', 1), 1))
absent('urlopen', lambda: __import__('urllib.request').request.urlopen('http://127.0.0.1:1/'))
print('ok' if not bad else bad)
