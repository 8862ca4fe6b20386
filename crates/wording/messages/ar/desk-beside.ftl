# العرض المقسوم: طلب بجانب قائمته.
desk-beside-on = اعرض الطلبات بجانب القائمة
desk-beside-off = اعرض القائمة وحدها
desk-pane = الطلب
desk-pane-empty = اختر طلبًا. سيُفتح هنا.
desk-pane-back = عد إلى القائمة
desk-pane-opened = {"{reference}"} مفتوح.
desk-pane-unkept = ما كتبته لم يُحفظ بعد. اضغط على حفظ.
desk-key-beside = حين يكون الطلب بجانب القائمة: انزل واصعد
desk-key-back = عد من الطلب إلى القائمة
