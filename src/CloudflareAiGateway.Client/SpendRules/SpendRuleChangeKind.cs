namespace CloudflareAiGateway.Client;

/// <summary>What is done to a rule.</summary>
internal enum SpendRuleChangeKind
{
    /// <summary>It comes last among the rules.</summary>
    Add,

    /// <summary>Some of its members change.</summary>
    Change,

    /// <summary>It goes.</summary>
    Remove,
}
