# Merging, parents, corrections, approvals.
your-merged = نتابع هذا الأمر ضمن طلب آخر لك
your-unmerged = عاد هذا طلبًا مستقلًا
your-took-in = طلب آخر لك يستمر هنا
your-gave-back = عاد طلبك الآخر مستقلًا
your-split-off = جعلنا مما كتبته طلبًا مستقلًا
your-answers-corrected = صحّحنا إجابة من إجاباتك
your-place-corrected = صحّحنا المكان
your-service-corrected = صحّحنا موضوع الطلب: { $name }
your-offered = نعرض عليك: { $name }
mail-merged = نتابع طلبك { $reference } ضمن طلب آخر
mail-unmerged = عاد طلبك { $reference } مستقلًا
mail-service-corrected = صحّحنا طلبك { $reference }
standing-merged = نتابع هذا الأمر ضمن { $name }.
