using System.Security;

namespace CloudflareAiGateway.Client;

/// <summary>A header whose value is secret.</summary>
/// <param name="Name">The header.</param>
/// <param name="Scheme">What stands before the secret, and a space; null for the bare secret.</param>
/// <param name="Secret">The secret.</param>
internal sealed record SecretHeader(string Name, string? Scheme, SecureString Secret);
