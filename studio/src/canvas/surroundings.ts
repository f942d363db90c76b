/** Fetches what the inspector's fields offer to choose from. */
import { answer, api } from '@/api/client';
import type { ShopAround } from '@/inspector/shop';

export async function surroundings(slug: string, trade: string): Promise<Partial<ShopAround>> {
  const params = { path: { slug } };
  const [goods, shop] = await Promise.all([
    answer(api.GET('/api/owner/shops/{slug}/dishes', { params })),
    answer(api.GET('/api/owner/shops/{slug}/shop', { params })),
  ]);
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  return { dishes: goods.dishes.map(option), categories: goods.categories.map(option), phone: shop.phones?.[0] ?? '', pictures: `/static/trades/${trade}/` };
}
