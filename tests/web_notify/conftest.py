"""The same shop and the same sandbox as the payments' own tests have."""

from ..commerce.payments.outside import browser, clock, fresh_folder, outside  # noqa: F401
from ..commerce.payments.till import other_till, till, told_by_http  # noqa: F401
