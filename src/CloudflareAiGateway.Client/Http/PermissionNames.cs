namespace CloudflareAiGateway.Client;

/// <summary>Token permissions as the dashboard calls them. The API itself says "Write" where the dashboard says "Edit".</summary>
internal static class PermissionNames
{
    /// <summary>Reading gateways, logs and what belongs to them.</summary>
    public const string Read = "AI Gateway Read";

    /// <summary>Changing them.</summary>
    public const string Edit = "AI Gateway Edit";

    /// <summary>Calling models through a gateway that wants a token.</summary>
    public const string Run = "AI Gateway Run";

    /// <summary>The account's models, and calling them through the API host.</summary>
    public const string WorkersAi = "Workers AI Read";

    /// <summary>Names of stored secrets, never their values.</summary>
    public const string SecretsStore = "Secrets Store Read";

    /// <summary>What tokens of users can be given.</summary>
    public const string UserTokens = "API Tokens Read";

    /// <summary>What tokens of accounts can be given.</summary>
    public const string AccountTokens = "Account API Tokens Read";

    /// <summary>Making, changing and deleting secrets, and the provider keys of gateways, which live there.</summary>
    public const string SecretsStoreEdit = "Secrets Store Edit";

    /// <summary>Names of accounts.</summary>
    public const string Accounts = "Account Settings Read";
}
