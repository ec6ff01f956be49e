namespace CloudflareAiGateway.Emulator;

/// <summary>The credential of a step, or why there is none.</summary>
/// <param name="Kind">With what the provider is called.</param>
/// <param name="Refusal">What the gateway says instead of calling; null for nothing.</param>
/// <param name="IsWrong">Whether the provider does not like the credential.</param>
internal sealed record CredentialChoice(CredentialKind Kind, GatewayRefusal? Refusal = null, bool IsWrong = false)
{
    public static CredentialChoice Refused(GatewayRefusal refusal) => new(CredentialKind.None, refusal);
}
