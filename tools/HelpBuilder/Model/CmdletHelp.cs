using System.Collections.Generic;
using CloudflareAiGateway.HelpBuilder.Markdown;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>The help of one cmdlet.</summary>
public sealed record CmdletHelp
{
    public required string Name { get; init; }

    public required IReadOnlyList<TextPiece> Synopsis { get; init; }

    public required IReadOnlyList<SyntaxHelp> Syntax { get; init; }

    public required IReadOnlyList<TextPiece> Description { get; init; }

    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    public required IReadOnlyList<TextPiece> Notes { get; init; }

    public required IReadOnlyList<LinkHelp> Links { get; init; }
}
