"""The goods, for the people who sell them."""

from ninja import File, Router, UploadedFile

from kaipu.commerce.catalog.desk_dishes import DeskDish, DeskGoods, desk_dish, desk_goods
from kaipu.commerce.catalog.edit_dish import DishChanges, change_photo, edit_dish, find_dish
from kaipu.commerce.media.store_picture import store_picture
from kaipu.commerce.shops.information import information_of, today_of
from kaipu.definition.catalog import Code
from kaipu.web.api.requests import OwnerRequest
from kaipu.web.pictures import pictures_of_shop

router = Router()


@router.get("dishes", response=DeskGoods)
def list_dishes(request: OwnerRequest) -> DeskGoods:
    return desk_goods(pictures_of_shop(), today_of(information_of(request.shop)))


@router.patch("dishes/{code}", response=DeskDish)
def change_dish(request: OwnerRequest, code: Code, body: DishChanges) -> DeskDish:
    """Only what is named changes; shoppers see it with their next look."""
    today = today_of(information_of(request.shop))
    edit_dish(code, body, today)
    return desk_dish(code, pictures_of_shop(), today)


@router.post("dishes/{code}/photo", response=DeskDish)
def photograph_dish(request: OwnerRequest, code: Code, file: File[UploadedFile]) -> DeskDish:
    """Redrawn as WebP; shoppers see it with their next look."""
    find_dish(code)
    change_photo(code, store_picture(file.read(), request.user).url)
    return desk_dish(code, pictures_of_shop(), today_of(information_of(request.shop)))
