using System;
using System.Security;

namespace CloudflareAiGateway.Hosting;

/// <summary>
/// The connection that needs no Connect-AiGateway: token and account from the variables that the vendor's own tools read. Made again only
/// when a variable changes, so that quota and connections are kept.
/// </summary>
internal static class EnvironmentConnection
{
    private static readonly object s_lock = new();
    private static string? s_key;
    private static AiGatewayConnection? s_connection;

    /// <summary>The names of the token's variable, the first that is set wins.</summary>
    public static readonly string[] TokenVariables = { "CLOUDFLARE_API_TOKEN", "CF_API_TOKEN" };

    /// <summary>The names of the account's variable, the first that is set wins.</summary>
    public static readonly string[] AccountVariables = { "CLOUDFLARE_ACCOUNT_ID", "CF_ACCOUNT_ID" };

    /// <summary>The variable that moves the management API, as the vendor's SDKs know it.</summary>
    public const string BaseUriVariable = "CLOUDFLARE_BASE_URL";

    /// <summary>The connection, or null when no token is set.</summary>
    /// <param name="userAgent">What the API sees as the caller.</param>
    public static AiGatewayConnection? Get(string userAgent)
    {
        string? token = First(TokenVariables);
        if (token is null)
        {
            return null;
        }

        string? accountId = AccountId();
        string? baseUri = First(BaseUriVariable);
        string key = string.Join("\n", token, accountId, baseUri);
        lock (s_lock)
        {
            if (s_connection is null || s_key != key)
            {
                s_connection = Create(token, accountId, baseUri, userAgent);
                s_key = key;
            }

            return s_connection;
        }
    }

    /// <summary>The token's variable as a SecureString, or null when none is set.</summary>
    public static SecureString? Token() => First(TokenVariables) is string token ? ApiToken.Protect(token) : null;

    /// <summary>The account's variable, in lowercase as the API writes ids, or null when none is set.</summary>
    public static string? AccountId() => First(AccountVariables)?.ToLowerInvariant();

    /// <summary>The management API's variable, or null when it is not set.</summary>
    public static string? BaseUri() => First(BaseUriVariable);

    private static AiGatewayConnection Create(string token, string? accountId, string? baseUri, string userAgent)
    {
        SecureString secret = ApiToken.Protect(token);
        ApiToken.ThrowIfUnusable(secret, $"the environment variable {Name(TokenVariables)}");
        if (accountId is not null && !Validation.AccountIdRule.IsValid(accountId))
        {
            throw new AiGatewayException(AiGatewayErrorKind.NotConnected, Validation.AccountIdRule.Explain(accountId))
            {
                RecommendedAction = $"Set the environment variable {Name(AccountVariables)} to the account's id, or remove it.",
            };
        }

        Uri api = baseUri is null ? ConnectionOptions.DefaultBaseUri : Endpoints.Parse(baseUri, BaseUriVariable);
        var options = new ConnectionOptions
        {
            ApiToken = secret,
            BaseUri = api,
            GatewayBaseUri = Endpoints.GatewayFor(api),
            UserAgent = userAgent,
        };
        return new AiGatewayConnection(ClientHost.CreateClient(options), options) { AccountId = accountId, TokenSource = "Environment" };
    }

    private static string Name(string[] variables) =>
        Array.Find(variables, v => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(v))) ?? variables[0];

    private static string? First(params string[] variables)
    {
        foreach (string variable in variables)
        {
            string? value = Environment.GetEnvironmentVariable(variable);
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return null;
    }
}
