import json, re, asyncio, dataclasses, typing, collections, datetime, math
