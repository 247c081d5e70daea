# Each list of an RFR has a bound, so that nobody can make looking slow for the others; what is over it is refused with its number and the next command.
-- after setup/planning.story
<ralph> !rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 person10 -- yes
| ralph: badges: I keep at most 10 people in one command, and this would be more; say the others in the next: `!rfr people badges add NAME`.
<ralph> !rfr people badges add person0 person1 person2 person3 person4 person5 person6 person7 person8 person9 -- yes
| ralph: badges: person0 recorded as maintainer; person1 recorded as maintainer; person2 recorded as maintainer; person3 recorded as maintainer; person4 recorded as maintainer; person5 recorded as maintainer; person6 recorded as maintainer; person7 recorded as maintainer; person8 recorded as maintainer; person9 recorded as maintainer; question 4 answered: person0, person1, person2, person3, person4, person5, person6, person7, person8, person9 (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
<ralph> !rfr people badges add person10 person11 person12 person13 person14 person15 person16 person17 person18 person19 -- yes
| ralph: badges: person10 recorded as maintainer; person11 recorded as maintainer; person12 recorded as maintainer; person13 recorded as maintainer; person14 recorded as maintainer; person15 recorded as maintainer; person16 recorded as maintainer; person17 recorded as maintainer; person18 recorded as maintainer; person19 recorded as maintainer.
<ralph> !rfr people badges add person20 person21 person22 person23 person24 person25 person26 person27 person28 person29 -- yes
| ralph: badges: person20 recorded as maintainer; person21 recorded as maintainer; person22 recorded as maintainer; person23 recorded as maintainer; person24 recorded as maintainer; person25 recorded as maintainer; person26 recorded as maintainer; person27 recorded as maintainer; person28 recorded as maintainer; person29 recorded as maintainer.
<ralph> !rfr people badges add person30 person31 person32 person33 person34 person35 person36 person37 person38 person39 -- yes
| ralph: badges: person30 recorded as maintainer; person31 recorded as maintainer; person32 recorded as maintainer; person33 recorded as maintainer; person34 recorded as maintainer; person35 recorded as maintainer; person36 recorded as maintainer; person37 recorded as maintainer; person38 recorded as maintainer; person39 recorded as maintainer.
<ralph> !rfr people badges add person40 -- yes
| ralph: badges: I keep at most 40 people, and this would be more; whoever has left can go: `!rfr people badges remove NAME`.
<ralph> !rfr people badges remove person3
| ralph: badges: person3 no longer takes part.
<ralph> !rfr people badges add person40 -- yes
| ralph: badges: person40 recorded as maintainer.
<ralph> !rfr rename badges name1
| ralph: badges is called name1 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name1 name2
| ralph: name1 is called name2 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name2 name3
| ralph: name2 is called name3 now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename name3 name4
| ralph: name3: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
| Not for you to type: free is for sysadmin-main.
<ralph> !rfr why
| ralph: Your last refusal: name3: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
| House rule: each list of an RFR has a bound (3 here), so that looking stays quick for everybody.
