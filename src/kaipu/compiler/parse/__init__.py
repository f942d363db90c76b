"""From text to values with positions: templates, expressions, styles, scripts. Knows neither blocks nor pages.
Hostile input of any size or depth gives a diagnostic, never an exception.
"""
