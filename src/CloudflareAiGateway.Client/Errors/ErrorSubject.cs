using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// What an error is about, where its text tells: Secrets Store says in words such as <c>store_not_found</c> what other parts of the API
/// leave to the path. The name stands in error ids.
/// </summary>
internal static class ErrorSubject
{
    /// <summary>A Secrets Store.</summary>
    public const string Store = "SecretStore";

    /// <summary>A secret.</summary>
    public const string Secret = "Secret";

    /// <summary>A gateway.</summary>
    public const string Gateway = "Gateway";

    /// <summary>A provider key.</summary>
    public const string ProviderKey = "ProviderKey";

    /// <summary>What the errors are about; null when they do not tell.</summary>
    public static string? Of(IReadOnlyList<ApiError> errors)
    {
        if (errors.Count == 0)
        {
            return null;
        }

        string text = errors[0].Message;
        return text.StartsWith("store_", StringComparison.Ordinal) || text.StartsWith("maximum_stores", StringComparison.Ordinal) ? Store
            : text.StartsWith("secret_", StringComparison.Ordinal) ? Secret
            : null;
    }
}
