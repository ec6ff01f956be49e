using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>A place in a body, from the inside out.</summary>
/// <param name="Outer">The place around it; null at the top.</param>
/// <param name="Name">A member's name, or an item's index.</param>
internal sealed record PathStep(PathStep? Outer, object Name)
{
    public static readonly PathStep Body = new(null, "body");

    public static readonly PathStep Query = new(null, "query");

    public PathStep Into(object name) => new(this, name);

    /// <summary>The names from the outside in, as errors show them.</summary>
    public IReadOnlyList<object> ToPath()
    {
        var names = new List<object>();
        for (PathStep? step = this; step is not null; step = step.Outer)
        {
            names.Add(step.Name);
        }

        names.Reverse();
        return names;
    }
}
