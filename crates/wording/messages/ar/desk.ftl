# The desk: signing in, and what is around every page of it.
desk-sign-in = تسجيل الدخول
desk-sign-in-demo = اختر من تريد أن تكون. هذا عرض تجريبي.
desk-sign-out = تسجيل الخروج
desk-sections = إلى أين
desk-inbox = الوارد
desk-signed-in = أنت مسجّل باسم { $name }
role-clerk = موظف استقبال
role-specialist = مختص
role-supervisor = مشرف
role-analyst = محلّل
role-administrator = مدير النظام
role-contact-centre = مركز الاتصال
