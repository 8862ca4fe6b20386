# تصحيح مكان الطلب.
desk-place-now = المكان الآن: { $address }.
desk-place-look = ابحث عن عنوان
desk-place-hint = نبحث في أماكن الطلبات الأخرى.
desk-place-look-button = ابحث
desk-place-found = أي مكان هو؟
desk-place-none = لا طلب في هذا المكان. اكتب العنوان أدناه.
desk-place-own = ليس واحدًا منها. المكان كما هو مكتوب أدناه.
