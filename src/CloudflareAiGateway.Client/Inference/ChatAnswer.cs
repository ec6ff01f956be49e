using System;

namespace CloudflareAiGateway.Client;

/// <summary>Makes what users see of an answer.</summary>
internal static class ChatAnswer
{
    /// <summary>A whole answer.</summary>
    public static AiGatewayChatResult Result(ChatRequest chat, ChatPiece piece, AnswerFacts facts, string raw, TimeSpan duration) => new()
    {
        Prompt = chat.Prompt,
        Text = piece.Text,
        Content = chat.Format is { IsJson: true } ? JsonReading.ParseAny(piece.Text) : null,
        Reasoning = piece.Reasoning,
        Model = Model(chat, piece.Model, facts),
        Provider = facts.Provider ?? chat.Choice.Provider?.Slug,
        RoutingReason = facts.RoutingReason,
        FinishReason = piece.FinishReason,
        Usage = Total(piece.Usage ?? new AiGatewayTokenUsage()),
        ToolCalls = [.. piece.ToolCalls],
        CacheStatus = facts.CacheStatus,
        LogId = facts.LogId,
        Step = facts.Step,
        Duration = duration,
        Surface = chat.Choice.Surface,
        GatewayId = chat.Gateway,
        AccountId = chat.AccountId,
        Headers = facts.Headers,
        Raw = raw,
    };

    /// <summary>A piece of a stream.</summary>
    public static AiGatewayChatDelta Delta(ChatRequest chat, ChatPiece piece, AnswerFacts facts, string? model) => new()
    {
        Text = piece.Text,
        Reasoning = piece.Reasoning,
        Index = piece.Index,
        ToolCalls = piece.ToolCalls.Count == 0 ? [] : [.. piece.ToolCalls],
        FinishReason = piece.FinishReason,
        Usage = piece.Usage is null ? null : Total(piece.Usage),
        Model = Model(chat, model, facts),
        Provider = facts.Provider ?? chat.Choice.Provider?.Slug,
        RoutingReason = facts.RoutingReason,
        CacheStatus = facts.CacheStatus,
        LogId = facts.LogId,
        Step = facts.Step,
        GatewayId = chat.Gateway,
        AccountId = chat.AccountId,
    };

    /// <summary>What was told later, completed by what was told before.</summary>
    public static AiGatewayTokenUsage Merge(AiGatewayTokenUsage? before, AiGatewayTokenUsage later) => before is null ? later : new AiGatewayTokenUsage
    {
        InputTokens = later.InputTokens ?? before.InputTokens,
        OutputTokens = later.OutputTokens ?? before.OutputTokens,
        CachedTokens = later.CachedTokens ?? before.CachedTokens,

        // An earlier sum lacks what came since.
        TotalTokens = later.TotalTokens,
    };

    private static string Model(ChatRequest chat, string? said, AnswerFacts facts) =>
        said is { Length: > 0 } ? said : facts.Model ?? chat.Choice.Model;

    private static AiGatewayTokenUsage Total(AiGatewayTokenUsage usage) => usage.TotalTokens is not null ? usage : new AiGatewayTokenUsage
    {
        InputTokens = usage.InputTokens,
        OutputTokens = usage.OutputTokens,
        CachedTokens = usage.CachedTokens,
        TotalTokens = usage.InputTokens + usage.OutputTokens,
    };
}
