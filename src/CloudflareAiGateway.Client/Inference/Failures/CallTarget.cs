namespace CloudflareAiGateway.Client;

/// <summary>What a call goes to, for the words of its errors.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="Model">The model, or the path.</param>
/// <param name="Provider">The provider's slug; null when the service chooses.</param>
/// <param name="HasProviderKey">Whether the provider's key is on the request.</param>
/// <param name="Alias">The alias of a stored key; null for the default one.</param>
/// <param name="IsChat">Whether the body was made here, from parameters; otherwise the caller wrote it.</param>
internal sealed record CallTarget(string Gateway, string Model, string? Provider, bool HasProviderKey, string? Alias, bool IsChat);
