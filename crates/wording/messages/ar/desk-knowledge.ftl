# المقالات: في المكتب، وكما يقرؤها الجميع.
know-title = المقالات
know-all = كل المقالات
know-new = مقالة جديدة
know-search = ما موضوعها؟
know-shows = أي المقالات
know-show-all = الكل
know-show-mine = مقالاتي
know-show-due = تحتاج إلى مراجعة
know-show-drafts = المسودات
know-show-often = الأكثر استعمالًا
know-show-retired = المسحوبة
know-count = { $count ->
    [0] لا توجد مقالة مطابقة.
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
}
know-state-draft = مسودة
know-state-published = منشورة
know-state-retired = مسحوبة
know-audience = من يقرؤها
know-audience-officers = الموظفون فقط
know-audience-everybody = الجميع
know-uses = { $count ->
    [0] لم تُجب عن أي معاملة في آخر 90 يومًا.
    [one] أجابت عن معاملة واحدة في آخر 90 يومًا.
    [two] أجابت عن معاملتين في آخر 90 يومًا.
    [few] أجابت عن { $count } معاملات في آخر 90 يومًا.
    [many] أجابت عن { $count } معاملة في آخر 90 يومًا.
   *[other] أجابت عن { $count } معاملة في آخر 90 يومًا.
}
know-review-due = تحتاج إلى مراجعة منذ { $date }
know-review-on = موعد المراجعة { $date }
know-offered = مقالات قد تفيد
know-offered-none = لا توجد مقالة مناسبة حتى الآن.
know-insert = أضفها إلى الرد
know-only-officers = للموظفين فقط. لا ترسلها إلى أحد.
know-goes-in = تُرسل باللغة: { $name }.
know-make = اجعل من هذا مقالة
know-stale = تغيّرت المقالة منذ أن قرأتها. نصك ما زال هنا. اقرأ ما هو مكتوب الآن، ثم احفظ من جديد إن كان نصك أفضل.
know-theirs = هذا هو المكتوب الآن
know-opinions = أفادت { $yes } من القراء، ولم تُفد { $no }.
know-no-owner = لا أحد
know-owner = المسؤول عن صحتها
know-reviewed = آخر مراجعة
know-review = موعد المراجعة
know-services = الخدمات التي تخصها
know-said = ما قاله القراء
know-said-yes = { $name }، { $date }: أفادت
know-said-no = { $name }، { $date }: لم تُفد
know-a-reader = أحد القراء
know-done-written = كُتب النص
know-done-changed = تغيّرت التفاصيل
know-done-published = نُشرت
know-done-retired = سُحبت
know-done-reviewed = رُوجعت وما زالت صحيحة
know-done-placed = وُضعت في صفحة الخدمة
know-done-unplaced = رُفعت من صفحة الخدمة
know-done-taken-over = أُخذت من بيانات المدينة
know-line-offer = كانت هذه هي الإجابة { $count } مرة. هل تقود إليها صفحة الخدمة، ليجدها الناس قبل أن يسألوا؟
know-line-put = ضعها في صفحة الخدمة
know-line-take = ارفعها من صفحة الخدمة
know-on-page = صفحة الخدمة تقود إليها.
know-public = عرضها كما يراها الجميع
know-write = غيّر هذا النص
know-missing = اكتبها بلغة أخرى
know-helps = هل تفيدك؟
know-helps-words = ما الخطأ أو الناقص فيها؟ لك أن تترك هذا فارغًا.
know-thanks = شكرًا. المسؤول عن المقالة يقرأ هذا.
know-particulars = عن هذه المقالة
know-change = غيّر هذه التفاصيل
know-answered = أجابت من جديد
know-publish = نشر
know-still-right = ما زالت صحيحة
know-retire = سحب
know-revisions = ما جرى عليها
know-new-lead = تُحفظ مسودةً، ولا يقرؤها غيرك حتى تُنشر.
know-new-from-answer = هذا هو الرد الذي أُرسل، من دون أسماء وأرقام. راجعه جيدًا: يجب ألا يُعرف منه من سأل.
know-keep-draft = احفظها مسودة
know-text-in = النص باللغة: { $name }
know-text-lead = إن كانت المقالة منشورة، يظهر ما تحفظه في الحال.
know-text-title = السؤال
know-text-title-hint = كما يسأله الناس.
know-text-body = الجواب
know-text-body-hint = اترك سطرًا فارغًا لتبدأ فقرة جديدة. ابدأ السطور بالعلامة «- » لتكتب قائمة. عناوين المواقع تصير روابط.
know-language = اللغة
know-keywords = كلمات أخرى للبحث عنها
know-keywords-hint = كلمات يستعملها الناس وليست في النص.
know-wrong-title = اكتب السؤال في سطر واحد لا يزيد على { $most } حرفًا.
know-wrong-body = اكتب الجواب بما لا يزيد على { $most } حرفًا.
know-wrong-services = اختر ما لا يزيد على { $most } خدمة.
know-wrong-keywords = هذه كلمات كثيرة. أبقِ أفضلها.
know-wrong-owner = اختر المسؤول عن صحتها.
know-wrong-review = اكتب يوم المراجعة.
know-wrong-audience = اختر من يقرؤها.
know-wrong-language = اختر لغة من لغات المدينة.
help-helped = هل أفادك هذا؟
help-helped-missing = نرجو اختيار نعم أو لا.
help-words = ما الذي ينقص؟ لك أن تترك هذا فارغًا.
help-words-hint = نرجو ألا تكتب أسماء أشخاص أو أرقامهم.
help-too-long = نرجو ألا يزيد النص على { $most } حرفًا.
service-often-asked = أسئلة شائعة
