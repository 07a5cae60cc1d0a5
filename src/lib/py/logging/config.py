"""Loggers, handlers, formatters and filters as a dict or a configuration file describes them."""

import io
import logging
import logging.handlers
import os
import re

DEFAULT_LOGGING_CONFIG_PORT = 9030
IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)


def _resolve(name):
    # What a dotted name means: modules are imported as far as needed.
    first, *rest = name.split(".")
    found = __import__(first)
    path = first
    for part in rest:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _drop_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _disable_others(existing, configured, disable):
    # Loggers that nobody named stay on when they stand below one that is named.
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if any(name.startswith(parent + ".") for parent in configured):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _existing():
    known = logging.root.manager.loggerDict
    return [name for name in known if isinstance(known[name], logging.Logger)]


# ---- dicts -------------------------------------------------------------------------------------

class BaseConfigurator:
    """Reads a dict whose texts may stand for something else: ext://sys.stdout, cfg://handlers.x"""

    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    PART_PATTERN = re.compile(r"\.?(?P<name>\w+)|\[\s*(?P<key>[^]]*?)\s*\]")
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        """What a dotted name means."""
        try:
            return _resolve(s)
        except ImportError as e:
            raise ValueError(f"Cannot resolve {s!r}: {e}") from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What stands elsewhere in the dict: names with dots, keys and indices in brackets."""
        found, at = self.config, 0
        while at < len(value):
            m = self.PART_PATTERN.match(value, at)
            if m is None:
                raise ValueError(f"Unable to convert {value!r} at {value[at:]!r}")
            key = m["name"] if m["name"] is not None else m["key"]
            if m["key"] is not None and key.isdigit() and not isinstance(found, dict):
                key = int(key)
            elif m["key"] is not None and key.isdigit() and key not in found:
                key = int(key)
            found = found[key]
            at = m.end()
        return self.convert(found)

    def convert(self, value):
        """The value with everything in it that stands for something else replaced."""
        if isinstance(value, str):
            m = self.CONVERT_PATTERN.match(value)
            method = m and self.value_converters.get(m["prefix"])
            return getattr(self, method)(m["suffix"]) if method else value
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.convert(item) for item in value]
        if type(value) is tuple:
            return tuple([self.convert(item) for item in value])
        return value

    def configure_custom(self, config):
        """What the factory under "()" makes of the rest; "." has attributes to set."""
        config = dict(config)
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        # A keyword with another name than an identifier is for somebody else.
        made = factory(**{k: self.convert(config[k]) for k in config if IDENTIFIER.match(k)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class _Later(Exception):
    # A handler needs another one that is not made yet.
    pass


class DictConfigurator(BaseConfigurator):
    """Configures logging as a dict says."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.pop("incremental", False)
        if incremental:
            self._adjust_handlers(config.get("handlers", {}))
            self._each_logger(config.get("loggers", {}), True)
        else:
            disable = config.pop("disable_existing_loggers", True)
            _drop_handlers()
            self.formatters = self._each("formatter", config.get("formatters", {}),
                                         self.configure_formatter)
            self.filters = self._each("filter", config.get("filters", {}), self.configure_filter)
            self._make_handlers(config.get("handlers", {}))
            existing = sorted(_existing())
            loggers = config.get("loggers", {})
            self._each_logger(loggers, False)
            _disable_others([name for name in existing if name not in loggers], loggers, disable)
        root = config.get("root")
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _each(self, kind, configs, configure):
        made = {}
        for name in configs:
            try:
                made[name] = configure(configs[name])
            except Exception as e:
                raise ValueError(f"Unable to configure {kind} {name!r}") from e
        return made

    def _each_logger(self, configs, incremental):
        for name in configs:
            try:
                self.configure_logger(name, configs[name], incremental)
            except Exception as e:
                raise ValueError(f"Unable to configure logger {name!r}") from e

    def _adjust_handlers(self, configs):
        for name in configs:
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                if level := configs[name].get("level", None):
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as e:
                raise ValueError(f"Unable to configure handler {name!r}") from e

    def _make_handlers(self, configs):
        self.handlers = {}
        waiting = sorted(configs)
        while waiting:
            later = []
            for name in waiting:
                try:
                    handler = self.configure_handler(configs[name])
                except _Later:
                    later.append(name)
                except Exception as e:
                    raise ValueError(f"Unable to configure handler {name!r}") from e
                else:
                    handler.name = name
                    self.handlers[name] = handler
            if len(later) == len(waiting):
                raise ValueError(f"Unable to configure handler {later[0]!r}")
            waiting = later

    def configure_formatter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        cls = self.resolve(config["class"]) if config.get("class") else logging.Formatter
        extra = {}
        if (defaults := config.get("defaults")) is not None:
            extra["defaults"] = defaults
        if "validate" in config:
            extra["validate"] = config["validate"]
        return cls(self.convert(config.get("format")), self.convert(config.get("datefmt")),
                   config.get("style", "%"), **extra)

    def configure_filter(self, config):
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or hasattr(f, "filter") else self.filters[f])
            except Exception as e:
                raise ValueError(f"Unable to add filter {f!r}") from e

    def _handler_named(self, name):
        if name in self.handlers:
            return self.handlers[name]
        if name in self.config.get("handlers", {}):
            raise _Later
        raise KeyError(name)

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError(f"Unable to set formatter {formatter!r}") from e
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            handler = self.configure_custom(config)
        else:
            handler = self._make_handler(config)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        return handler

    def _make_handler(self, config):
        name = config.pop("class", None)
        cls = name if callable(name) else self.resolve(name)
        if issubclass(cls, logging.handlers.MemoryHandler) and "target" in config:
            target = config["target"]
            try:
                config["target"] = self._handler_named(target)
            except KeyError as e:
                raise ValueError(f"Unable to set target handler {target!r}") from e
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
        elif issubclass(cls, logging.handlers.QueueHandler):
            return self._make_queue_handler(cls, config)
        attributes = config.pop(".", None)
        handler = cls(**{k: self.convert(config[k]) for k in config if IDENTIFIER.match(k)})
        for key, value in (attributes or {}).items():
            setattr(handler, key, value)
        return handler

    def _make_queue_handler(self, cls, config):
        import queue
        source = config.get("queue")
        if source is None:
            source = queue.Queue()
        elif isinstance(source, dict):
            source = self.configure_custom(source)
        elif isinstance(source, str):
            source = self.resolve(source)()
        listener = config.get("listener", logging.handlers.QueueListener)
        if isinstance(listener, str):
            listener = self.resolve(listener)
        handlers = [self._handler_named(name) for name in config.get("handlers", [])]
        handler = cls(source)
        handler.listener = listener(
            source, *handlers, respect_handler_level=config.get("respect_handler_level", False))
        return handler

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.handlers[name])
            except Exception as e:
                raise ValueError(f"Unable to add handler {name!r}") from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            self.add_handlers(logger, config.get("handlers") or ())
            self.add_filters(logger, config.get("filters") or ())

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configure logging as a dict says."""
    dictConfigClass(config).configure()


# ---- files -------------------------------------------------------------------------------------

def _names(section):
    return [name.strip() for name in section["keys"].split(",")] if section["keys"] else []


def _value(text):
    # Arguments are Python expressions, in the names of the module logging.
    return eval(text, vars(logging))


def _file_formatters(parser):
    made = {}
    for name in _names(parser["formatters"]):
        section = parser["formatter_" + name]
        cls = _resolve(section["class"]) if section.get("class") else logging.Formatter
        extra = {}
        if (defaults := section.get("defaults", raw=True)) is not None:
            extra["defaults"] = _value(defaults)
        made[name] = cls(section.get("format", raw=True), section.get("datefmt", raw=True),
                         section.get("style", "%", raw=True), **extra)
    return made


def _file_handlers(parser, formatters):
    made, targets = {}, {}
    for name in _names(parser["handlers"]):
        section = parser["handler_" + name]
        try:
            cls = eval(section["class"], vars(logging))
        except (AttributeError, NameError):
            cls = _resolve(section["class"])
        handler = cls(*_value(section.get("args", "()")), **_value(section.get("kwargs", "{}")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(cls, logging.handlers.MemoryHandler) and section.get("target"):
            targets[handler] = section["target"]
        made[name] = handler
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made


def _set_up(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in section["handlers"].split(",") if section["handlers"] else ():
        logger.addHandler(handlers[name.strip()])


def _file_loggers(parser, handlers, disable):
    names = _names(parser["loggers"])
    names.remove("root")
    _set_up(logging.root, parser["logger_root"], handlers)
    existing, configured = sorted(_existing()), []
    for name in names:
        section = parser["logger_" + name]
        logger = logging.getLogger(section["qualname"])
        configured.append(section["qualname"])
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
        _set_up(logger, section, handlers)
    _disable_others([n for n in existing if n not in configured], configured, disable)


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Configure logging as a configuration file says: a path, a file, or a parser that read it."""
    import configparser
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        if isinstance(fname, str):
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")
            if not os.path.getsize(fname):
                raise RuntimeError(f"{fname} is an empty file")
        parser = configparser.ConfigParser(defaults)
        try:
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as e:
            raise RuntimeError(f"{fname} is invalid: {e}") from e
    formatters = _file_formatters(parser)
    _drop_handlers()
    _file_loggers(parser, _file_handlers(parser, formatters), disable_existing_loggers)
