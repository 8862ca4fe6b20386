### Call-backs: what customers read
visit-call = اطلب أن نتصل بك
visit-call-title = نتصل بك عندما يأتي دورك
visit-call-text = تحتفظ بمكانك ولا حاجة إلى الحضور. نستعمل الرقم لهذه المكالمة وحدها، ونمحوه عند انتهاء اليوم.
visit-call-hint = مثلا ⁨617 555 0134⁩ أو ⁨+1 617 555 0134⁩
visit-call-button = اتصلوا بي
visit-call-enough = نتصل بهذا الرقم من أجل تذاكر أخرى. أعط رقما آخر.
visit-call-change = غيّر الرقم
visit-call-waiting = سنتصل بك
visit-call-number = نتصل بالرقم الذي ينتهي بـ { $digits }.
visit-call-window = ينبغي أن تأتي المكالمة بين { $from } و{ $until }. وقد تأتي قبل ذلك.
visit-call-late = قلنا لك إن المكالمة تأتي قبل { $until }، وقد تأخرنا. نأسف لذلك. تحتفظ بمكانك.
visit-call-unknown = لا نستطيع أن نقول متى. نحاول الاتصال قبل أن يغلق المكتب عند { $time }.
visit-call-now = نحن نتصل بك الآن
visit-call-here = أنت على الهاتف مع { $counter }
visit-call-missed = لم ترد على مكالمتنا
visit-call-again = نتصل مرة أخرى بعد { $time }. تحتفظ بمكانك.
visit-call-parked = سيتصل بك { $counter } مرة أخرى
visit-call-no-show = اتصلنا ولم ترد
visit-call-no-show-text = حاولنا عدة مرات. انضم إلى الصف مرة أخرى أو تعال إلى المكتب.
visit-passed-phone = { $counter }، بالهاتف
mail-call-missed = اتصلنا بك: { $line }، { $office }
mail-call-missed-words = طلبت من { $office } أن يتصل بك من أجل: { $line }. اتصلنا عدة مرات ولم يرد أحد، فصار مكانك في الصف شاغرا.
mail-call-missed-again = تستطيع أن تنضم إلى الصف مرة أخرى، أو أن تأتي إلى { $office } عندما يفتح.

### Call-backs and written work at a counter

counter-call-back = بالهاتف
counter-call-now = اتصل به هاتفيا
counter-call-dial = اتصل بـ { $phone }
counter-call-none = مُحي الرقم
counter-phone = الهاتف
counter-on-phone = على الهاتف معك
counter-answered = رد
counter-no-answer = لا رد
counter-no-answer-does = إن لم يرد يحتفظ بمكانه ونحاول مرة أخرى بعد 10 دقائق، ثلاث مرات إجمالا.
counter-tried = { $count ->
    [zero] لم نتصل بعد
    [one] لم يرد مرة واحدة
    [two] لم يرد مرتين
    [few] لم يرد { $count } مرات
    [many] لم يرد { $count } مرة
   *[other] لم يرد { $count } مرة
  }
counter-tried-again = نحاول مرة أخرى بعد { $time }
counter-call-number = الرقم الذي نتصل به
counter-call-optional = الرقم الذي نتصل به، إن انتظر في مكان آخر
counter-call-home = دعه يذهب واتصل به
counter-takes = ما تتولاه
counter-takes-live = الزيارات والمكالمات
counter-takes-written = العمل الكتابي
counter-takes-both = كلاهما، أيهما التالي
counter-case = طلب لك
counter-case-open = افتح الطلب
counter-case-due = موعد الإنجاز
counter-case-undue = لم نعد بشيء
counter-case-about = حول
counter-case-done = ضعه جانبا
counter-next-case = يضع هذا الطلب جانبا وهو ما زال لك، ويأخذ التالي. مفتاح المسافة يفعل ذلك أيضا.
counter-order = لماذا هذا أولا
counter-order-age = انتظر هذا أطول مما ينبغي لأي شيء.
counter-order-priority = هذا يتقدم على غيره: { $why }.
counter-order-share = استنفد هذا { $ahead }٪ من الوقت الذي نعد به، و{ $other } { $behind }٪.
counter-order-place = مكان هذا قبل { $other }.
counter-order-kept = { $count ->
    [zero] ينتظر العمل الكتابي: لا موظف متفرغ للزيارات، ونبقي { $reserve }.
    [one] ينتظر العمل الكتابي: موظف واحد متفرغ للزيارات، ونبقي { $reserve }.
    [two] ينتظر العمل الكتابي: موظفان متفرغان للزيارات، ونبقي { $reserve }.
    [few] ينتظر العمل الكتابي: { $count } موظفين متفرغون للزيارات، ونبقي { $reserve }.
    [many] ينتظر العمل الكتابي: { $count } موظفا متفرغون للزيارات، ونبقي { $reserve }.
   *[other] ينتظر العمل الكتابي: { $count } موظف متفرغون للزيارات، ونبقي { $reserve }.
  }
lobby-windows = المكالمات في الوقت الذي قلناه: { $kept } من { $told }
