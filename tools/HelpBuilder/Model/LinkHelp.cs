namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>A related link: a topic, or a page when it has an address.</summary>
public sealed record LinkHelp(string Text, string Address);
