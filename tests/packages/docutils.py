from docutils.core import publish_parts, publish_string
text = """
Title
=====

*emph* **strong** ``code`` `link <http://x.y>`_

- a
- b

1. one

.. note:: Noted.

::

  literal

===  ===
a    b
===  ===
1    2
===  ===
"""
print(publish_parts(text, writer_name="html5", settings_overrides={"report_level": 5})["body"])
print(publish_string(text, writer_name="pseudoxml").decode())
