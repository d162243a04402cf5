/** The words of effort: where somebody looked, and where nobody did. */
export default {
  vi: {
    'effort.noPatrol': 'không tuần tra',
    'effort.unseen': 'Nơi hầu như chưa được tuần tra',
    'effort.hardly': 'biên giới có dưới {hours} giờ tuần tra trong kỳ.',
    'effort.hardlyAndWithout': 'biên giới có dưới {hours} giờ tuần tra trong kỳ, trong đó {without} không có giờ nào.',
    'effort.silence': 'Ở đó không có vụ không có nghĩa là không có người qua.',
    'effort.allSeen': 'Đoạn 5 km nào cũng có từ {hours} giờ tuần tra trong kỳ.',
    'effort.total': 'Cả tuyến {length}: {hours} giờ tuần tra trong kỳ.',
    'effort.per100': 'Mỗi 100 giờ',
    'effort.per100.note': 'Mỗi 100 giờ tuần tra, chỉ tính vụ do tuần tra phát hiện.',
    'effort.hardly.label': 'dưới {hours} giờ tuần tra, chưa rõ',
  },
  en: {
    'effort.noPatrol': 'no patrol',
    'effort.unseen': 'Hardly patrolled',
    'effort.hardly': 'of border had under {hours} patrol hours in the period.',
    'effort.hardlyAndWithout': 'of border had under {hours} patrol hours in the period, {without} of them none at all.',
    'effort.silence': 'No detection there does not mean that nobody crossed.',
    'effort.allSeen': 'Every stretch of 5 km had {hours} patrol hours or more in the period.',
    'effort.total': 'The whole {length}: {hours} patrol hours in the period.',
    'effort.per100': 'Per 100 hours',
    'effort.per100.note': 'Per 100 patrol hours, of what patrols themselves have found.',
    'effort.hardly.label': 'under {hours} patrol hours, unknown',
  },
};
