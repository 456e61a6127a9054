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
    Alfie Alfred Alice Alison Alistair Allan Amanda Amelia Amy Andrea Andrew Andy Aneurin Angela Angharad
    Angus Anita Ann Anna Anne Annette Annie Anthony Antonia Arthur Ashleigh Ashton Audrey Ava Barbara Beatrice
    Becky Ben Benjamin Bernadette Bernard Beth Bethan Bethany Betty Billy Bobby Brad Brandon Brenda Brendan
    Brian Bridget Bronwen Bryan Caitlin Callum Cameron Candice Carl Carly Caroline Carys Casey Catherine Cathy
    Catriona Cerys Chanel Chantal Chantel Chantelle Charlie Charlotte Chelsie Cheryl Chloe Chris Christina
    Christine Christopher Ciara Ciaran Claire Cody Colin Colm Connor Conor Corey Cory Craig Cressida Damian
    Damien Daniel Daniella Danielle Danny Darrell Darren Darryl Daryl Dave David Davina Debbie Deborah Declan
    Deirdre Demi Denise Dennis Derek Dewi Diana Diane Dominic Donald Donna Doreen Doris Dorothy Duncan Dwayne
    Dylan Eamon Eddie Edith Edward Eileen Eilidh Elaine Eleanor Elizabeth Ella Ellen Ellie Elliot Elliott
    Elsie Emily Emma Emmanuel Eoin Eric Erin Ernest Esther Ethan Ethel Eva Evan Evelyn Ewan Fay Fergus Finlay
    Fiona Frances Francis Frankie Fraser Fred Freddie Frederick Freya Gabriel Gabrielle Gareth Gary Gavin
    Gaynor Gemma Geoff Geoffrey George Georgina Gerald Geraldine Gerard Gethin Gillian Gladys Glenn Glenys
    Gordon Graham Gregory Gwen Gwyneth Hannah Harley Harold Harriet Harrison Harry Harvey Hayley Helen Helena
    Henry Hilary Howard Hugh Hywel Iain Ian Ieuan Imogen Irene Isaac Isabel Isabella Isla Isobel Ivan Jack
    Jackie Jacob Jacqueline Jake James Jamie Jane Janet Janice Jared Jason Jayden Jayne Jeanette Jed Jeff
    Jeffrey Jennifer Jenny Jeremy Jerome Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jodie Jody Joe Joel John
    Johnny Jonathan Joseph Josephine Josh Joshua Josie Joyce Judith Julia Julian Julie Juliet Justin Kane Kara
    Karen Karl Kasey Kate Katherine Kathleen Kathryn Katie Katy Kayden Kayla Kayleigh Keeley Keiran Keith
    Kelly Kelsey Kelvin Ken Kenneth Kerri Kevin Kiera Kieran Kieron Kim Kirk Kirsten Kirsty Kurt Kyle Lacey
    Laura Lauren Laurence Lawrence Leah Leanne Lee Leighton Leo Leon Leonard Leslie Levi Lewis Liam Lianne
    Linda Lindsay Lindsey Lisa Liz Llinos Logan Lorna Lorraine Louis Louise Lucas Lucy Luke Lydia Lynda
    Lyndsey Lynn Lynne Lynsey Mabel Mackenzie Maggie Mairi Malcolm Mandy Marc Marcus Margaret Maria Marian
    Marie Marilyn Marion Marjorie Marlene Martha Martin Mary Matilda Matt Matthew Maureen Maurice Maxine Megan
    Melanie Melissa Mhairi Michael Michaela Michelle Mick Mike Millie Miranda Miriam Mitchell Moira Mollie
    Molly Monica Morag Muriel Myfanwy Nadine Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nerys Niall
    Niamh Nicholas Nick Nicky Nicola Nicole Nigel Nina Noel Nora Noreen Norma Norman Oliver Olivia Oonagh Orla
    Oscar Owain Owen Paige Pamela Patricia Patrick Patsy Paul Paula Pauline Peggy Percy Pete Peter Phil Philip
    Phillip Phoebe Phyllis Polly Rachael Rachel Ralph Raymond Rebecca Reece Reginald Reuben Rhian Rhiannon
    Rhodri Rhys Richard Ricky Robbie Robert Rochelle Roger Roisin Ronald Ronnie Rory Rosalind Rosanna Rosemary
    Rosie Rowena Roxanne Roy Rupert Russell Ruth Ryan Sadie Sally Sam Samantha Sammy Samuel Sandra Saoirse
    Sara Sarah Scott Seamus Sean Sebastian Selina Shane Shannon Sharon Shaun Shay Sheila Shelby Sheree Sian
    Sidney Simon Sinead Siobhan Sophia Sophie Stacey Stella Stephanie Stephen Steve Steven Stewart Stuart
    Susan Susannah Suzanne Sylvia Tamara Tamsin Tanya Tara Ted Terence Teresa Terri Terry Tess Theo Theresa
    Thomas Tim Timothy Tina Toby Todd Tom Tommy Toni Tony Tracey Tracy Trevor Tristan Trudy Tyrell Tyrese
    Ursula Valerie Vanessa Vera Veronica Vicky Vincent Vivienne Wayne Wendy Wilfred William Winifred Yvette
    Yvonne Zac Zachary Zack Zara Zoe

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
