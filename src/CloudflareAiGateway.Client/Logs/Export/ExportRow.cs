namespace CloudflareAiGateway.Client;

/// <summary>A row to write, with its bodies when they are exported, too.</summary>
/// <param name="Log">The row.</param>
/// <param name="Request">What was sent; null when not exported or not kept.</param>
/// <param name="Response">What came back; null when not exported or not kept.</param>
internal readonly record struct ExportRow(AiGatewayLog Log, LogBody? Request, LogBody? Response);
