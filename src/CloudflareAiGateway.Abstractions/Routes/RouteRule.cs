namespace CloudflareAiGateway;

/// <summary>The rules that a route's graph is held against.</summary>
public enum RouteRule
{
    /// <summary>Every graph has a start.</summary>
    MissingStart,

    /// <summary>And only one.</summary>
    DuplicateStart,

    /// <summary>Every graph has an end.</summary>
    MissingEnd,

    /// <summary>One end is enough.</summary>
    DuplicateEnd,

    /// <summary>Every element has an id.</summary>
    MissingId,

    /// <summary>No two elements have the same one.</summary>
    DuplicateId,

    /// <summary>Types are those that the service knows.</summary>
    UnknownType,

    /// <summary>Outputs point to elements that are there.</summary>
    UnknownReference,

    /// <summary>An element has the outputs that its type needs.</summary>
    MissingOutput,

    /// <summary>And no others.</summary>
    UnknownOutput,

    /// <summary>Only an end has no output.</summary>
    DeadEnd,

    /// <summary>No path leads back to where it came from.</summary>
    Cycle,

    /// <summary>Some path from the start leads to every element.</summary>
    Unreachable,

    /// <summary>A share is a percentage above 0.</summary>
    InvalidShare,

    /// <summary>Shares make 100 %.</summary>
    ShareSum,

    /// <summary>There are at most five shares.</summary>
    TooManyShares,

    /// <summary>An element has the properties that its type needs.</summary>
    MissingProperty,

    /// <summary>A property has a value that makes sense.</summary>
    InvalidProperty,

    /// <summary>A property means something to its element's type.</summary>
    UnusedProperty,

    /// <summary>A condition follows the syntax.</summary>
    InvalidCondition,

    /// <summary>Operators are those that the documentation names.</summary>
    UndocumentedOperator,

    /// <summary>A model or limit says what happens when it fails or is reached.</summary>
    MissingFallback,

    /// <summary>Time-outs are in milliseconds.</summary>
    ShortTimeout,

    /// <summary>Members that only older descriptions have are left out.</summary>
    OutdatedMember,

    /// <summary>A member that is nearly the name of a known one is a slip.</summary>
    MisspelledMember,
}
