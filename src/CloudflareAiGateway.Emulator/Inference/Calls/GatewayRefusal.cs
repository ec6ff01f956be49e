using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>An error of the gateway itself.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The gateway's code; null where none is known.</param>
/// <param name="Message">The text.</param>
internal sealed record GatewayRefusal(int Status, int? Code, string Message)
{
    public static readonly GatewayRefusal UnknownGateway = new(400, 2001, "Please configure AI Gateway in the Cloudflare dashboard");
    public static readonly GatewayRefusal Unauthorized = new(401, 2009, "Unauthorized");
    public static readonly GatewayRefusal InvalidProvider = new(400, 2008, "Invalid provider");
    public static readonly GatewayRefusal BadCompletion = new(400, 2019, "Chat completion bad format");
    public static readonly GatewayRefusal NoAnswer = new(400, 2005, "Failed to get response from provider");
    public static readonly GatewayRefusal RateLimited = new(429, 2003, "Rate limited");
    public static readonly GatewayRefusal PromptBlocked = new(424, 2016, "Prompt blocked due to security configurations");
    public static readonly GatewayRefusal ResponseBlocked = new(424, 2017, "Response blocked due to security configurations");
    public static readonly GatewayRefusal ScannerUnavailable = new(503, 7013, "Guardrails are unavailable");
    public static readonly GatewayRefusal RequestHasSensitiveData = new(400, 2029, "Request content blocked due to DLP policy violations");
    public static readonly GatewayRefusal ResponseHasSensitiveData = new(400, 2030, "Response content blocked due to DLP policy violations");
    public static readonly GatewayRefusal NoCredits = new(402, 2021, "Insufficient credits");
    public static readonly GatewayRefusal NotBillable = new(402, 2021, "This model is not available with Unified Billing. Store a key of the provider, or send one");

    // The documentation has no code for these.
    public static readonly GatewayRefusal NoCredentials = new(400, null, "Provider credentials are required");
    public static readonly GatewayRefusal TooManyPaidCalls = new(429, null, "Unified Billing rate limit exceeded");
    public static readonly GatewayRefusal ManagedKeyRejected = new(503, null, "The provider rejected the credentials that Cloudflare manages");
    public static readonly GatewayRefusal NoCandidate = new(400, null, "No allowed model can take this request");

    public static GatewayRefusal NoSuchKey(string alias, string aliases) =>
        new(400, 2040, $"No BYOK credential with alias '{alias}' is configured. Configured aliases: {aliases}");

    public static GatewayRefusal NoSuchRoute(string name) => new(404, 7005, $"Route '{name}' not found");

    public static GatewayRefusal UnknownModel(string model) => new(404, 7003, $"Model not found: {model}");

    public static GatewayRefusal NoUri(string path) => new(400, 7000, $"No route for that URI: {path}");

    public static GatewayRefusal NoRest(string path) => new(404, 7003, $"Could not route to {path}, perhaps your object identifier is invalid?");

    public static GatewayRefusal BadInput(string member) => new(400, 7001, $"Required: {member}");

    public static GatewayRefusal OverSpent(string rule, double limit, int window, string technique, string scope) => new(
        429, 2045, string.Create(CultureInfo.InvariantCulture, $"Spend limit exceeded: rule '{rule}' (cost limit {limit} per {window}s, {technique}) for {scope}"));

    /// <summary>Whether another model may be tried after it.</summary>
    public bool MayFallBack => this == NoAnswer || Code is 2045 or 2021 or 2040 || this == NoCredentials;

    /// <summary>What stands in the envelope of a door for it.</summary>
    public GatewayRefusal At(CallDoor door) => door switch
    {
        // One code for both: on this path the documentation knows no other.
        CallDoor.RestRun or CallDoor.RestFormat when Code is 2016 or 2017 => new GatewayRefusal(422, 2017, Message),
        _ => this,
    };
}
