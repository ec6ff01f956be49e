namespace CloudflareAiGateway;

/// <summary>The card that pays for credit.</summary>
public sealed class AiGatewayPaymentMethod
{
    /// <summary>The brand, such as <c>visa</c>.</summary>
    public string Brand { get; init; } = string.Empty;

    /// <summary>The last four digits.</summary>
    public string Last4 { get; init; } = string.Empty;

    /// <summary>The card in one line.</summary>
    /// <returns>Such as <c>visa ending in 4242</c>.</returns>
    public override string ToString() => Last4.Length == 0 ? Brand : $"{Brand} ending in {Last4}";
}
