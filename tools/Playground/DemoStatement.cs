using System.Collections.Generic;

namespace CloudflareAiGateway.Playground;

/// <summary>One statement of the demo.</summary>
/// <param name="Comments">The comment lines right above it, as written.</param>
/// <param name="Text">The statement, as written.</param>
public sealed record DemoStatement(IReadOnlyList<string> Comments, string Text);
