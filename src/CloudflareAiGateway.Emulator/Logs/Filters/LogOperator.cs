namespace CloudflareAiGateway.Emulator;

/// <summary>How a condition compares. The last two come from the flat query members only.</summary>
internal enum LogOperator
{
    Eq,
    Neq,
    Contains,
    Lt,
    Gt,
    AtMost,
    AtLeast,
}
