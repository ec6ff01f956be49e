namespace CloudflareAiGateway.Hosting;

/// <summary>What a check of token and account found.</summary>
internal sealed class VerifiedToken
{
    /// <summary>Makes the finding.</summary>
    public VerifiedToken(TokenVerification token, string accountId, string? accountName, string? warning)
    {
        Token = token;
        AccountId = accountId;
        AccountName = accountName;
        Warning = warning;
    }

    /// <summary>The token, active.</summary>
    public TokenVerification Token { get; }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>Its name, where the token may see it.</summary>
    public string? AccountName { get; }

    /// <summary>What the user should know, such as a missing permission; null when all is well.</summary>
    public string? Warning { get; }
}
