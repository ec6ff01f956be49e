namespace CloudflareAiGateway.Emulator;

/// <summary>What Secrets Store complains about: words instead of sentences, and codes that tell little.</summary>
internal static class StoreProblems
{
    public static readonly Problem StoreNotFound = new(1001, "store_not_found");
    public static readonly Problem StoreNotEmpty = new(1001, "store_not_empty");
    public static readonly Problem TooManyStores = new(1003, "maximum_stores_exceeded");
    public static readonly Problem TooManySecrets = new(1003, "maximum_secrets_exceeded");
    public static readonly Problem SecretNotFound = new(1001, "secret_not_found");
    public static readonly Problem ScopeInvalid = new(1001, "secret_scope_invalid");
    public static readonly Problem ScopesEmpty = new(1001, "secret_scopes_empty");
    public static readonly Problem NameEmpty = new(1001, "secret_name_empty");
    public static readonly Problem ValueTooLong = new(1001, "secret_value_too_long");
    public static readonly Problem InvalidBody = new(1001, "invalid_json_body");
    public static readonly Problem BadRequest = new(1000, "Bad request");

    public static Problem NameTaken(string name) => new(1003, $"secret_name_already_exists: {name}");
}
