using PlansWeb.Content;

namespace PlansWeb;

/// <content>What is said of settings that cannot be right.</content>
internal static partial class Texts
{
    public const string AnyTextAllowed = "un texte";
    public const string Seconds = "secondes";
    public const string Mebibytes = "Mio";
    public const string HiddenValue = "valeur masquée";
    public const string FlagAllowed = "true ou false";
    public const string FolderAllowed = "le dossier des fichiers Markdown, et non un fichier";
    public const string ContentVersionAllowed = "la version de contenu que le journal nomme, en lettres et chiffres";
    public const string SourceFolderAllowed = "le chemin d’un dossier, depuis celui des contenus";
    public const string ImageFolderAllowed = "un dossier où le site peut écrire, et non un fichier";
    public const string ExistingFolderAllowed = "un dossier qui existe";
    public const string FileAllowed = "un fichier qui existe";
    public const string PortsAllowed = "un ou plusieurs numéros de port de 1 à 65535, séparés par des points-virgules, comme 8080";
    public const string AddressesAllowed = "une ou plusieurs adresses séparées par des points-virgules, comme http://127.0.0.1:8080 ou http://*:8080";
    public const string PairsAllowed = "des paires clé=valeur séparées par des virgules";
    public const string ShareAllowed = "un nombre de 0 à 1, comme 0.1";
    public const string TimeFormatAllowed = "un format de date de .NET, comme HH:mm:ss";
    public const string Milliseconds = "millisecondes";
    public const string Megabytes = "Mo";
    public const string HostAllowed = "un nom d’hôte, comme www.youtube-nocookie.com";
    public const string HostsAllowed = "des noms d’hôtes séparés par des points-virgules, comme www.example.fr;*.example.org, ou *";
    public const string NetworkAllowed = "une adresse IP, comme 10.0.0.2, ou un réseau, comme 10.0.0.0/8";
    public const string WebAddressAllowed = "une adresse en http ou https, comme http://collecteur:4317";
    public const string PublicAddressAllowed = "l’adresse publique du site, en http ou https, sans chemin ni paramètre, comme https://www.example.fr";
    public const string ContactAllowed = "une adresse électronique, ou l’adresse d’une page de contact en https";
    public const string SecurityContactAllowed = "une adresse en mailto:, https: ou tel:, ou plusieurs séparées par des espaces, comme mailto:securite@example.fr";
    public const string RedisAllowed = "hôte:port, puis des options séparées par des virgules, comme cache:6379,password=…,ssl=true";

    /// <summary>A key that signs previews.</summary>
    public static string PreviewKeyAllowed(int bytes) => $"un secret d’au moins {bytes} octets, en base64, comme en donne openssl rand -base64 {bytes}";

    /// <summary>One of some words.</summary>
    public static string OneOfAllowed(IReadOnlyList<string> words) => $"{string.Join(", ", words.SkipLast(1))} ou {words[^1]}";

    /// <summary>A number in a range.</summary>
    public static string NumberAllowed(int least, int most, string unit) => $"un nombre entier de {least} à {most}{(unit.Length > 0 ? $" ({unit})" : "")}";

    /// <summary>A setting that cannot be right.</summary>
    public static string WrongSetting(string key, string value, string allowed) => $"Le réglage {key} vaut {French.Quoted(value)}\u00A0: indiquez {allowed}.";

    /// <summary>One value where several may stand, each with a key of its own.</summary>
    public static string ListExpected(string key, string value, string allowed) =>
        $"Le réglage {key} vaut {French.Quoted(value)}, mais c’est une liste\u00A0: indiquez sous {key}:0, {key}:1, etc., {allowed}.";

    /// <summary>Several values where one stands.</summary>
    public static string ValueExpected(string key, string allowed) => $"Le réglage {key} a plusieurs valeurs\u00A0: indiquez {allowed}.";

    /// <summary>The server cannot have its address.</summary>
    public static string AddressNotFree(string reason) => $"Le site ne peut pas écouter à son adresse (réglages urls, Kestrel et Ops:Port)\u00A0: {reason}";

    /// <summary>The site could not be started, for another reason.</summary>
    public static string NotStarted(string reason) => $"Le site ne peut pas démarrer\u00A0: {reason}";

    /// <summary>A file of settings cannot be read.</summary>
    public static string SettingsFileWrong(string reason) => $"Le fichier de réglages est mal écrit\u00A0: {reason}";
}
