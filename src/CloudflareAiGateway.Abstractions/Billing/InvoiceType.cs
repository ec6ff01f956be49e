namespace CloudflareAiGateway;

/// <summary>Which invoices are listed.</summary>
public enum InvoiceType
{
    /// <summary>A value newer than this module; it cannot be asked for.</summary>
    Unknown,

    /// <summary>All.</summary>
    All,

    /// <summary>Those of automatic top-ups.</summary>
    Auto,

    /// <summary>Those of top-ups that somebody asked for.</summary>
    Manual,
}
