namespace CloudflareAiGateway;

/// <summary>How a log filter compares.</summary>
public enum LogFilterOperator
{
    /// <summary>A value newer than this module; it cannot be set.</summary>
    Unknown,

    /// <summary>Equal to one of the values.</summary>
    Eq,

    /// <summary>Equal to none of the values.</summary>
    Neq,

    /// <summary>The text contains the value.</summary>
    Contains,

    /// <summary>Less, or earlier, than the value.</summary>
    Lt,

    /// <summary>Greater, or later, than the value.</summary>
    Gt,
}
