import { Input, Text, Textarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { API, yuan } from '../../../shop/goods';
import { clear, useCart } from '../shop';

export default function Checkout() {
  const { lines, sum } = useCart();
  const [form, setForm] = useState({ kind: 'table', table: '', phone: '', note: '' });
  const [sending, setSending] = useState(false);
  const write = (field) => (event) => setForm({ ...form, [field]: event.detail.value });
  const isTable = form.kind === 'table';

  const send = () => {
    const missing = isTable ? !form.table : !/^1\d{10}$/.test(form.phone);
    if (missing) return Taro.showToast({ title: isTable ? '请填桌号' : '请填手机号', icon: 'none' });
    if (sending) return undefined;
    setSending(true);
    return Taro.request({
      url: API + '/orders',
      method: 'POST',
      data: { ...form, lines: lines.map(({ code, choices, quantity }) => ({ code, choices, quantity })) },
      success() {
        clear();
        Taro.switchTab({ url: '/pages/orders' });
      },
      fail: () => Taro.showToast({ title: '没有提交成功，再试一次', icon: 'none' }),
      complete: () => setSending(false),
    });
  };

  return (
    <>
      <View className='form'>
        <View className='field'>
          <View className={isTable ? 'choice on' : 'choice'} onClick={() => setForm({ ...form, kind: 'table' })}>堂食</View>
          <View className={isTable ? 'choice' : 'choice on'} onClick={() => setForm({ ...form, kind: 'pickup' })}>自取</View>
        </View>
        {isTable ? (
          <View className='field'><Text className='label'>桌号</Text><Input className='input' value={form.table} onInput={write('table')} /></View>
        ) : (
          <View className='field'><Text className='label'>手机</Text><Input className='input' type='number' value={form.phone} onInput={write('phone')} /></View>
        )}
        <Textarea className='note' placeholder='口味、忌口' value={form.note} onInput={write('note')} />
      </View>
      {lines.map((line) => (
        <View key={line.key} className='line'>
          <View className='words'><View className='name'>{line.name}</View><View className='about'>{line.words}</View></View>
          <Text>×{line.quantity}</Text>
          <Text className='price'>¥{yuan(line.price_fen * line.quantity)}</Text>
        </View>
      ))}
      <View className='bar'>
        <Text className='bar-sum'>¥{sum}</Text>
        <View className={sending ? 'go off' : 'go'} onClick={send}>提交订单</View>
      </View>
    </>
  );
}
