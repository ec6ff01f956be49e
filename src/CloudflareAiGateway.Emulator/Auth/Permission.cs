using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Names of the permissions that the emulated operations ask for.</summary>
public static class Permission
{
    /// <summary>Every permission.</summary>
    public const string All = "all";

    /// <summary>Reading gateways and what is in them.</summary>
    public const string AiGatewayRead = "AI Gateway Read";

    /// <summary>Changing them; the dashboard calls it Edit.</summary>
    public const string AiGatewayWrite = "AI Gateway Write";

    /// <summary>Calling models through a gateway.</summary>
    public const string AiGatewayRun = "AI Gateway Run";

    /// <summary>Listing and calling Workers AI models.</summary>
    public const string WorkersAiRead = "Workers AI Read";

    /// <summary>Reading Secrets Store.</summary>
    public const string SecretsStoreRead = "Secrets Store Read";

    /// <summary>Changing Secrets Store.</summary>
    public const string SecretsStoreWrite = "Secrets Store Write";

    /// <summary>Listing accounts.</summary>
    public const string AccountSettingsRead = "Account Settings Read";

    /// <summary>Changing account settings.</summary>
    public const string AccountSettingsWrite = "Account Settings Write";

    /// <summary>Listing what tokens of users can be given.</summary>
    public const string ApiTokensRead = "API Tokens Read";

    /// <summary>Making tokens of users.</summary>
    public const string ApiTokensWrite = "API Tokens Write";

    /// <summary>Listing what tokens of accounts can be given.</summary>
    public const string AccountApiTokensRead = "Account API Tokens Read";

    /// <summary>Making tokens of accounts.</summary>
    public const string AccountApiTokensWrite = "Account API Tokens Write";

    internal static readonly string[] ReadsGateways = [AiGatewayRead, AiGatewayWrite];
    internal static readonly string[] WritesGateways = [AiGatewayWrite];
    internal static readonly string[] ReadsSecrets = [SecretsStoreRead, SecretsStoreWrite];
    internal static readonly string[] WritesSecrets = [SecretsStoreWrite];
    internal static readonly string[] ReadsAccounts = [AccountSettingsRead, AccountSettingsWrite];
    internal static readonly string[] ReadsUserTokens = [ApiTokensRead, ApiTokensWrite];
    internal static readonly string[] ReadsAccountTokens = [AccountApiTokensRead, AccountApiTokensWrite];
    internal static readonly string[] RunsWorkersAi = [WorkersAiRead];

    /// <summary>The API's name for a permission: dashboards and docs say Edit where the API says Write.</summary>
    internal static string Normalize(string name)
    {
        string trimmed = name.Trim();
        const string Edit = " Edit";
        return trimmed.EndsWith(Edit, StringComparison.OrdinalIgnoreCase) ? string.Concat(trimmed.AsSpan(0, trimmed.Length - Edit.Length), " Write") : trimmed;
    }
}
