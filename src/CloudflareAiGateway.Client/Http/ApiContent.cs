namespace CloudflareAiGateway.Client;

/// <summary>A body as it goes over the wire.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ContentType">Their type.</param>
internal sealed record ApiContent(byte[] Bytes, string ContentType);
