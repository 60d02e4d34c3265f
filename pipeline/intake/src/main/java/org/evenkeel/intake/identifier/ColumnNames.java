package org.evenkeel.intake.identifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What columns are called that identify people, in the languages schools write: English, German, French, Spanish, Italian,
 * Portuguese, Dutch, the Nordic ones, Polish, Russian, Chinese and Japanese. Case, accents, punctuation and the way words
 * are joined do not matter.
 */
final class ColumnNames {
    /** How surely a name tells. */
    enum Certainty {
        /** The name is one of the list: what stands in the column is an identifier. */
        NAMED,
        /** The name holds one of the list: the cells must look like it, too. */
        HINTED
    }

    /** What a name tells. */
    record Told(IdentifierKind kind, Certainty certainty) {}

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Words before a name that do not change what it is. */
    private static final List<String> OWNERS = List.of(
            "your",
            "my",
            "the",
            "recipient",
            "student",
            "students",
            "respondent",
            "participant",
            "contact",
            "user",
            "users",
            "person",
            "personal",
            "home",
            "work",
            "university",
            "uni",
            "school",
            "private",
            "preferred",
            "full",
            "legal",
            "please",
            "enter",
            "provide",
            "give",
            "state",
            "what",
            "is",
            "of",
            "panel",
            "patient",
            "subject",
            "ihre",
            "ihr",
            "deine",
            "dein",
            "bitte",
            "votre",
            "su",
            "tu");

    /** What has a name, an address or a device and is no person. */
    private static final List<String> THINGS = List.of(
            "event",
            "field",
            "variable",
            "form",
            "file",
            "course",
            "module",
            "programme",
            "program",
            "group",
            "arm",
            "school",
            "hospital",
            "campus",
            "department",
            "faculty",
            "site",
            "country",
            "city",
            "region",
            "drug",
            "medication",
            "product",
            "project",
            "study",
            "survey",
            "instrument",
            "column",
            "item",
            "unit",
            "team",
            "society",
            "club",
            "event",
            "brand");

    /** What a date may be of without being one of birth. */
    private static final List<String> HAPPENINGS = List.of(
            "visit",
            "visits",
            "appointment",
            "exam",
            "start",
            "started",
            "end",
            "ended",
            "begin",
            "began",
            "completed",
            "submitted",
            "discharge",
            "admission",
            "enrolled",
            "enrolment",
            "enrollment",
            "entry",
            "joined",
            "graduation",
            "graduated",
            "registered",
            "recorded",
            "created",
            "updated",
            "modified",
            "received",
            "sent",
            "due");

    private static final Map<String, IdentifierKind> NAMES = names();
    private static final int LONGEST = 4;

    private ColumnNames() {}

    /** What a column's name tells; absent where it is harmless. */
    static Optional<Told> of(String header) {
        List<String> words = words(header);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String joined = String.join("", words);
        IdentifierKind whole = NAMES.get(joined);
        if (whole != null) {
            return Optional.of(new Told(whole, Certainty.NAMED));
        }
        List<String> own = words.stream()
                .filter(word -> !OWNERS.contains(word) && !word.chars().allMatch(Character::isDigit))
                .toList();
        IdentifierKind bare = NAMES.get(String.join("", own));
        if (bare != null && words.size() <= LONGEST + 2) {
            return Optional.of(new Told(bare, Certainty.NAMED));
        }
        return within(words).map(kind -> new Told(kind, Certainty.HINTED));
    }

    /**
     * A listed name somewhere in a longer header. Single words that are also everyday ones, as in "name one thing", tell
     * nothing in a sentence.
     */
    private static Optional<IdentifierKind> within(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + LONGEST); to++) {
                joined.append(words.get(to));
                IdentifierKind kind = NAMES.get(joined.toString());
                boolean everyday = to == from && (words.size() > LONGEST || isOfThing(words));
                if (kind != null && (!everyday || isPlain(kind))) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the header says what a date in the column is of, and that it is no birth. */
    static boolean isOfHappening(String header) {
        return words(header).stream().anyMatch(HAPPENINGS::contains);
    }

    /** Whether what is named is no person: an event name, a field name. */
    private static boolean isOfThing(List<String> words) {
        return words.stream().anyMatch(THINGS::contains);
    }

    private static boolean isPlain(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL, PHONE, IP_ADDRESS, BIRTH_DATE, PERSONAL_NUMBER, CARD_NUMBER, COORDINATES -> true;
            case PERSON_NAME, POSTAL_ADDRESS, ACCOUNT, RECORDING, UNIQUE_CODES -> false;
        };
    }

    /** The words of a header, folded: lower case, no accents, camel case and separators as breaks. */
    static List<String> words(String header) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(CAMEL.matcher(header).replaceAll(" "), -1)) {
            String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT)
                    .replace("ß", "ss");
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    private static Map<String, IdentifierKind> names() {
        Map<String, IdentifierKind> names = new TreeMap<>();
        add(
                names,
                IdentifierKind.PERSON_NAME,
                "name names firstname lastname surname forename forenames givenname familyname fullname middlename maidenname"
                        + " nickname initials namefirst namelast recipientname recipientfirstname recipientlastname"
                        + " vorname nachname familienname zuname geburtsname vollername prenom nomdefamille nometprenom"
                        + " nomdusage apellido apellidos primerapellido nombrecompleto nombreyapellidos nombreyapellido"
                        + " cognome nomecognome nomeecognome nomecompleto sobrenome voornaam achternaam naam fornavn"
                        + " etternavn efternavn fornamn efternamn navn namn etunimi sukunimi nazwisko imie imieinazwisko"
                        + " nom nome nombre имя фамилия отчество фио 姓名 名字 氏名 お名前");
        add(
                names,
                IdentifierKind.EMAIL,
                "email emails mail emailaddress emailaddresses mailaddress emailid recipientemail emailadresse mailadresse"
                        + " emailadres courriel adressecourriel adressemail adresseelectronique correo correoelectronico"
                        + " indirizzoemail enderecodeemail epost epostadress epostadresse sahkoposti adresemail почта"
                        + " электроннаяпочта 邮箱 电子邮件 电邮 メール メールアドレス");
        add(
                names,
                IdentifierKind.PHONE,
                "phone phonenumber phoneno telephone telephonenumber telephoneno tel telno mobile mobilenumber mobilephone"
                        + " mobileno cell cellphone cellnumber cellphonenumber contactnumber whatsapp whatsappnumber handy"
                        + " handynummer telefon telefonnummer telefonnr mobilnummer rufnummer telephoneportable portable"
                        + " numerodetelephone telefono telefonomovil movil celular numerodetelefono cellulare telefone"
                        + " telemovel telefoonnummer telefoon gsm puhelin puhelinnumero telefonnumber телефон"
                        + " номертелефона 电话 手机 手机号 电话号码 電話 電話番号");
        add(
                names,
                IdentifierKind.IP_ADDRESS,
                "ip ipaddress ipaddr ipv4 ipv6 clientip remoteip remoteaddr remoteaddress ipadresse adresseip direccionip"
                        + " indirizzoip");
        add(
                names,
                IdentifierKind.COORDINATES,
                "latitude longitude lat lng lon long latlong latlng latlon gps gpscoordinates gpslocation coordinates"
                        + " geolocation geocoordinates locationlatitude locationlongitude locationaccuracy geoip"
                        + " breitengrad laengengrad langengrad coordonnees coordenadas");
        add(
                names,
                IdentifierKind.BIRTH_DATE,
                "dob birthdate birthday dateofbirth birthdates birthyear yearofbirth birthmonth placeofbirth birthplace"
                        + " geburtsdatum geburtstag geburtsjahr geburtsort geboren datedenaissance naissance anneedenaissance"
                        + " fechadenacimiento nacimiento anodenacimiento datadinascita nascita annodinascita"
                        + " datadenascimento nascimento geboortedatum fodselsdato fodelsedatum fodselsar datourodzenia"
                        + " dataurodzenia датарождения 出生日期 生日 生年月日");
        add(
                names,
                IdentifierKind.POSTAL_ADDRESS,
                "address streetaddress street streetname homeaddress postaladdress mailingaddress addressline postcode"
                        + " postalcode zip zipcode postzip zippostcode anschrift adresse wohnort strasse hausnummer"
                        + " strassehausnummer plz postleitzahl codepostal rue direccion direccionpostal domicilio codigopostal"
                        + " indirizzo codiceavviamentopostale endereco cep adres straat postnummer gatuadress osoite"
                        + " kodpocztowy адрес индекс 地址 邮编 住所 郵便番号");
        add(
                names,
                IdentifierKind.PERSONAL_NUMBER,
                "studentid studentnumber studentno studentidnumber studentcode matric matricno matricnumber matriculation"
                        + " matriculationnumber matriculationno matrikelnummer matrikelnr matrikel registrationnumber"
                        + " enrolmentnumber enrollmentnumber rollno rollnumber candidatenumber upn ssn socialsecurity"
                        + " socialsecuritynumber nationalid nationalidnumber nationalinsurance nationalinsurancenumber ninumber"
                        + " nhs nhsno nhsnumber gmc gmcno gmcnumber aamc aamcid mrn hospitalnumber passport passportnumber"
                        + " passportno driverlicense driverslicense drivinglicence idnumber idcard idcardnumber staffid"
                        + " staffnumber employeeid employeenumber externalreference externaldatareference externaldataref"
                        + " participantid studentref universityid personalausweis ausweisnummer personalnummer"
                        + " numeroetudiant numerodetudiant numeroetudiante numerodesecuritesociale dni nie cedula curp rut"
                        + " numerodeestudiante numerodematricula codicefiscale matricola cpf studentnummer bsn personnummer"
                        + " fodselsnummer cprnummer cpr henkilotunnus pesel numeralbumu 学号 学籍番号");
        add(
                names,
                IdentifierKind.ACCOUNT,
                "username userid login loginname loginid device deviceid useragent browserid macaddress mac imei cookie"
                        + " cookieid sessionid advertisingid twitter twitterhandle instagram instagramhandle facebook linkedin"
                        + " snapchat tiktok skype skypename mturkid mturkcode workerid prolificid prolificpid panelid"
                        + " benutzername benutzerkennung nutzername kennung nomdutilisateur identifiant usuario"
                        + " nombredeusuario nomeutente gebruikersnaam brukernavn anvandarnamn 用户名 微信 微信号");
        add(
                names,
                IdentifierKind.RECORDING,
                "signature unterschrift firma firmadigital audio audiofile video videofile photo photograph selfie fileupload"
                        + " uploadedfile voicerecording");
        // In other languages these are words of another meaning.
        names.remove("firma");
        return Map.copyOf(names);
    }

    private static void add(Map<String, IdentifierKind> names, IdentifierKind kind, String listed) {
        for (String name : listed.split(" ", -1)) {
            names.put(name, kind);
        }
    }
}
