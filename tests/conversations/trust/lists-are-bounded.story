# Each list of an RFR has a bound, so that nobody can make looking slow for the others; what is over it is refused with its number and the next command.
-- after setup/planning.story
<ralph> !rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 person10 -- yes
| ralph: I know nobody called “person0”. If the name is right: `!rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 person10 -- yes`.
<ralph> !rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 -- yes
| ralph: I know nobody called “person0”. If the name is right: `!rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 -- yes`.
<ralph> !rfr people badges add person10 person11 person12 person13 person14 person15 person16 person17 person18 person19 -- yes
| ralph: I know nobody called “person10”. If the name is right: `!rfr people badges add person10 person11 person12 person13 person14 person15 person16 person17 person18 person19 -- yes`.
<ralph> !rfr people badges add person20 person21 person22 person23 person24 person25 person26 person27 person28 person29 -- yes
| ralph: I know nobody called “person20”. If the name is right: `!rfr people badges add person20 person21 person22 person23 person24 person25 person26 person27 person28 person29 -- yes`.
<ralph> !rfr people badges add person30 person31 person32 person33 person34 person35 person36 person37 person38 person39 -- yes
| ralph: I know nobody called “person30”. If the name is right: `!rfr people badges add person30 person31 person32 person33 person34 person35 person36 person37 person38 person39 -- yes`.
<ralph> !rfr people badges add person40 -- yes
| ralph: I know nobody called “person40”. If the name is right: `!rfr people badges add person40 -- yes`.
<ralph> !rfr people badges remove person3
| ralph: badges: person3 is not recorded there. Who is: `!rfr who badges`.
<ralph> !rfr people badges add person40 -- yes
| ralph: I know nobody called “person40”. If the name is right: `!rfr people badges add person40 -- yes`.
<ralph> !rfr rename badges name1
| ralph: badges is called name1 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name1 name2
| ralph: name1 is called name2 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name2 name3
| ralph: name2 is called name3 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name3 name4
| ralph: name3: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
<ralph> !rfr why
| ralph: Your last refusal: name3: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
| House rule: each list of an RFR has a bound (3 here), so that looking stays quick for everybody.
