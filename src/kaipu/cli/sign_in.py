"""Print a link that signs the owner of a shop in, once."""

import argparse

from kaipu.cli.failure import Failure
from kaipu.cli.running_database import running_database
from kaipu.cli.words import say
from kaipu.web.environment import Environment
from kaipu.web.site import site_url


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shop", help="the shop's name in its address, such as noodle")


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    with running_database(environment):
        print(sign_in_url(environment, options.shop))
    print(say("sign_in_once"))
    return 0


def sign_in_url(environment: Environment, slug: str) -> str:
    """A fresh link for the shop's first owner; the database runs and Django is set up."""
    import django

    django.setup()
    from kaipu.commerce.refusal import Refusal
    from kaipu.commerce.shops.find_shop import find_shop
    from kaipu.commerce.shops.models import Membership
    from kaipu.commerce.shops.sign_in_link import make_sign_in_token
    from kaipu.commerce.shops.tenancy import shop_scope

    try:
        shop = find_shop(slug)
    except Refusal as refusal:
        raise Failure("shop_unknown", slug=slug) from refusal
    with shop_scope(shop.id):
        owner = Membership.objects.filter(role=Membership.Role.OWNER).select_related("user").earliest("created_at").user
        token = make_sign_in_token(owner)
    return f"{site_url(environment)}/studio/sign-in#{token}"
