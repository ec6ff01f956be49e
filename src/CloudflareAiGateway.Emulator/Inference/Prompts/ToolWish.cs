namespace CloudflareAiGateway.Emulator;

/// <summary>Whether a tool has to be called.</summary>
/// <param name="Allowed">Whether one may be called.</param>
/// <param name="Forced">Whether one must be called.</param>
/// <param name="Name">The one that must be called; null for any.</param>
internal sealed record ToolWish(bool Allowed, bool Forced, string? Name = null)
{
    public static readonly ToolWish Auto = new(Allowed: true, Forced: false);
    public static readonly ToolWish None = new(Allowed: false, Forced: false);
    public static readonly ToolWish Any = new(Allowed: true, Forced: true);

    public static ToolWish Named(string name) => new(Allowed: true, Forced: true, name);
}
