"""Given names that are common in Britain: those by which a story most often calls a person.

The list was put together for this project from what the offices of statistics of England and Wales, Scotland and
Northern Ireland publish of the names of babies since the 1940s, and from names that are common in Britain's
communities. It need not be complete: it is there to catch the name that slipped through. Surnames are not in it.
"""

from __future__ import annotations

# Sorted within each group. Names that are also words, places or surnames of institutions stand below.
NAMES = frozenset(
    """
    Aaron Abigail Adam Adrian Agnes Aidan Aileen Aisling Alan Alasdair Albert Alec Alex Alexander Alexandra
    Alfie Alfred Alice Alison Alistair Allan Amanda Amelia Amy Andrea Andrew Andy Aneurin Angela Angharad Angus
    Anita Ann Anna Anne Annette Annie Anthony Antonia Arthur Audrey Ava Barbara Beatrice Becky Ben Benjamin
    Bernadette Bernard Beth Bethan Bethany Betty Brenda Brendan Brian Bridget Bronwen Bryan Caitlin Callum
    Cameron Carl Caroline Carys Catherine Cathy Catriona Cerys Charlie Charlotte Cheryl Chloe Chris Christina
    Christine Christopher Ciara Ciaran Claire Colin Colm Connor Conor Craig Cressida Daniel Danielle Darren Dave
    David Debbie Deborah Declan Deirdre Denise Dennis Derek Dewi Diana Diane Dominic Donald Donna Doreen Doris
    Dorothy Duncan Dylan Eamon Edith Edward Eileen Eilidh Elaine Eleanor Elizabeth Ella Ellen Ellie Elliot Elsie
    Emily Emma Eoin Eric Erin Ernest Esther Ethan Ethel Eva Evan Evelyn Ewan Fergus Finlay Fiona Frances Francis
    Frankie Fraser Fred Freddie Frederick Freya Gareth Gary Gavin Gemma Geoff Geoffrey George Georgina Gerald
    Geraldine Gerard Gillian Gladys Glenn Glenys Gordon Graham Gregory Gwen Gwyneth Hannah Harold Harriet Harry
    Harvey Hayley Helen Helena Henry Hilary Howard Hugh Hywel Iain Ian Ieuan Imogen Irene Isaac Isabel Isabella
    Isla Isobel Ivan Jack Jackie Jacob Jacqueline Jake James Jamie Jane Janet Janice Jason Jayne Jeanette Jeff
    Jeffrey Jennifer Jenny Jeremy Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Joe Joel John Johnny Jonathan
    Joseph Josephine Josh Joshua Joyce Judith Julia Julian Julie Juliet Justin Kara Karen Karl Kate Katherine
    Kathleen Kathryn Katie Katy Kayleigh Keiran Keith Kelly Kelvin Ken Kenneth Kevin Kieran Kieron Kim Kirsten
    Kirsty Kyle Laura Lauren Laurence Lawrence Leah Leanne Lee Leo Leon Leonard Leslie Lewis Liam Linda Lindsay
    Lisa Liz Llinos Logan Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynda Lynn Lynne Lynsey Mabel Maggie
    Mairi Malcolm Mandy Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Marlene Martha Martin Mary
    Matilda Matt Matthew Maureen Maurice Maxine Megan Melanie Melissa Mhairi Michael Michelle Mick Mike Millie
    Miranda Miriam Moira Mollie Molly Monica Morag Muriel Myfanwy Nadine Nancy Naomi Natalie Natasha Nathan Neil
    Nerys Niall Niamh Nicholas Nick Nicky Nicola Nicole Nigel Noel Nora Noreen Norma Norman Oliver Olivia Oonagh
    Orla Oscar Owain Owen Pamela Patricia Patrick Patsy Paul Paula Pauline Peggy Percy Pete Peter Phil Philip
    Phillip Phoebe Phyllis Polly Rachael Rachel Ralph Raymond Rebecca Reginald Rhian Rhiannon Rhodri Rhys
    Richard Ricky Robbie Robert Roger Roisin Ronald Ronnie Rory Rosalind Rosanna Rosemary Rosie Rowena Roy
    Rupert Russell Ruth Ryan Sadie Sally Sam Samantha Samuel Sandra Saoirse Sara Sarah Scott Seamus Sean
    Sebastian Shane Shannon Sharon Shaun Sheila Sian Sidney Simon Sinead Siobhan Sophia Sophie Stacey Stella
    Stephanie Stephen Steve Steven Stewart Stuart Susan Susannah Suzanne Sylvia Tamsin Tara Ted Terence Teresa
    Terry Tess Theo Theresa Thomas Tim Timothy Tina Toby Todd Tom Tommy Tony Tracey Tracy Trevor Tristan Ursula
    Valerie Vanessa Vera Veronica Vicky Vincent Vivienne Wayne Wendy Wilfred William Winifred Yvette Yvonne
    Zachary Zara Zoe

    Aarav Aditi Ajay Akash Alisha Amardeep Amarjit Amir Amit Amrit Anand Anil Anjali Anjum Arjun Arun Asha Ashok
    Asif Balbir Baldev Baljit Bhavna Bilal Deepa Deepak Dilip Dipak Faisal Farah Farida Farooq Fatima Gita Gopal
    Gurdeep Gurpreet Harbhajan Hardeep Harjit Harpreet Imran Indira Iqbal Irfan Jagdeep Jagdish Jaspal Jasvinder
    Jaswinder Jyoti Kamal Kamran Kavita Khalid Kiran Krishna Kuldeep Kulwinder Lakshmi Lalita Mahesh Manish
    Manjit Manpreet Maryam Meena Meera Mohan Mukesh Nadeem Nadia Naresh Nasreen Naveed Nazia Neelam Neha Nisha
    Parminder Parveen Pooja Prakash Priya Rahul Raj Rajesh Rajinder Ramesh Ranjit Rashid Ravi Razia Rekha Rohan
    Rukhsana Saima Sajid Salim Sandeep Sanjay Sarita Satnam Shabana Shabnam Shahid Shakeel Shanti Shazia
    Sikander Simran Sita Sonia Sukhdev Sukhwinder Sunil Sunita Suresh Surinder Tahir Tariq Usha Ushma Usman
    Vijay Vikram Vinod Waqar Yasmin Zafar Zahid Zainab Zeeshan

    Abdul Abdullah Adnan Ahmad Ahmed Aisha Ali Amina Amira Anwar Ayesha Aziz Dawud Ebru Elif Emre Fadi Fatma
    Habib Halima Hamza Hasan Hassan Hussain Hussein Ibrahim Ismail Jamal Jamila Karim Khadija Laila Latifa Layla
    Leila Mahmoud Mariam Mehmet Mohamed Mohammad Mohammed Muhammad Murat Mustafa Nabil Nasir Nasser Noor Omar
    Osman Parisa Rania Reza Saeed Safiya Salma Samir Samira Shirin Suleiman Sumaya Tarek Umar Yasin Yousef Yusuf
    Zaki Zeynep

    Abebe Abena Abimbola Adebayo Adeola Adwoa Akosua Akua Aliyah Ama Amadou Anthea Ayodele Babatunde Chiamaka
    Chidi Chinedu Chioma Clive Darnell Delroy Desmond Devonte Ebony Efua Emeka Esi Fatou Femi Funmi Glenroy
    Idris Ifeoma Jermaine Kadiatou Kofi Kojo Kwabena Kwame Kwesi Lamin Leroy Lloyd Malik Mamadou Marlon Marvin
    Mbali Ngozi Njeri Nkechi Obinna Olu Oluwaseun Segun Sekou Shanice Shaniqua Sipho Tanisha Tendai Thabo
    Thandiwe Themba Tolu Tunde Tyrone Uche Wanjiru Winston Yaw

    Ching Hiroshi Jing Kenji Ling Mei Ming Minh Nguyen Thuy Wei Xiaoming Yuki

    Agata Agnieszka Aleksandra Alessandro Anastasia Andreas Andrei Andriy Andrzej Antonio Bogdan Boris Carlos Carmen
    Cristina Dariusz Diego Dimitri Dmitri Dmytro Elena Ewa Fernando Francesca Francesco Franz Giovanni Giulia
    Giuseppe Goran Grzegorz Gustavo Hans Ilie Ingrid Ioana Ionut Irina Iryna Jadwiga Joao Jorge Jose Juan Katarzyna
    Klaus Krystyna Krzysztof Luca Luigi Luis Lukasz Magdalena Malgorzata Manuel Marek Mariusz Mateusz Miguel Mihai
    Mikhail Mykola Natalia Nikos Oksana Oleksandr Olena Olga Paolo Paulo Pavel Pedro Pierre Piotr Przemyslaw Rafael
    Ricardo Sergei Stanislaw Stefan Svetlana Tadeusz Tatiana Tomasz Vasile Vladimir Volodymyr Wojciech Yannis Yuliia
    Zbigniew Zofia
    """.split()
)
"""Names, in these groups: English, Scottish, Irish and Welsh; South Asian; Arabic, Turkish and Persian; African and
Caribbean; East Asian; other European ones."""

# Sorted. Months and seasons (April, May, June, Summer) are left out: nobody could tell.
ALSO_WORDS = frozenset(
    """
    Amber Ashley Aurora Bill Blessing Bob Brooke Carol Celeste Charity Charles Chase Clark Clifford Comfort
    Coral Courtney Crystal Daisy Dale Dawn Dean Dick Don Drew Earl Eve Faith Felicity Fern Frank Gail Gene
    Ginger Glen Grace Grant Gus Guy Harmony Hazel Heath Heather Holly Hope Hunter Iris Ivy Jade Jasmine Jasper
    Jean Jesse Jesus Jewel Joy Kay Kit Lance Laurel Lily Marina Mark Mason Max Melody Mercy Miles Misty
    Morgan Myrtle Ned Olive Opal Otto Pat Patience Pearl Penelope Penny Poppy Precious Prince Ray Reg Rex Rhoda
    Rich Rob Robin Rocky Rod Ron Rose Ruby Rusty Saffron Sandy Serena Spencer Stacy Sue Taylor Trinity Tyler
    Unity Val Victor Viola Violet Vivian Wade Wallace Will Willow
    """.split()
)
"""Names that are also words or places: names only inside a sentence, where the word would have a small letter."""

# Sorted.
ALSO_PLACES = frozenset(
    """
    Barry Beverley Bradley Chelsea Chester Clare Clifton Douglas Eden Everton Florence Georgia India Israel
    Jordan Kent Kerry Kimberley Kimberly Lincoln Norton Paris Preston Ross Savannah Shirley Skye Sofia Sterling
    Sydney Troy Victoria Virginia Warren Warwick
    """.split()
)
"""Names that are also places: taken for names only inside a sentence and not after «in», «from» and the like."""
