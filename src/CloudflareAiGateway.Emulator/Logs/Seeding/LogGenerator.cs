using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes rows up. Each row has dice of its own, so that it does not depend on those before it.</summary>
internal sealed class LogGenerator
{
    private static readonly string?[] s_dlpActions = [null, null, null, "FLAG", "BLOCK"];
    private static readonly string[] s_userAgents = ["openai-python/1.99.0", "curl/8.9.1", "my-app/2.0"];
    private static readonly short[] s_failures = [429, 500, 401, 503];

    private readonly LogSeed _seed;
    private readonly LogStore _store;
    private readonly LogMetadataSource _metadata;
    private readonly IReadOnlyList<LogSeedModel> _models;
    private readonly double _totalWeight;
    private readonly long _start;
    private readonly double _interval;
    private readonly ulong _chance;
    private readonly LogKind[] _kinds;

    public LogGenerator(LogStore store, LogSeed seed, DateTimeOffset now)
    {
        _seed = seed;
        _store = store;
        _metadata = new LogMetadataSource(store, seed);
        _models = LogSeedModels.Of(seed);
        foreach (LogSeedModel model in _models)
        {
            _totalWeight += model.Weight;
        }

        int moments = Math.Max(1, (seed.Count + seed.EqualTimes - 1) / seed.EqualTimes);
        _interval = seed.SpanSeconds is double span ? span * 1000 / moments : seed.IntervalMs;
        _start = (seed.Start ?? now.AddMilliseconds(-_interval * moments)).ToUnixTimeMilliseconds();
        _chance = LogId.Mix((ulong)seed.Seed);
        _kinds = new LogKind[_models.Count * 2 * s_dlpActions.Length * s_userAgents.Length];
    }

    public LogRow Make(int index)
    {
        var dice = new LogDice(_chance + ((ulong)index << 16));
        ulong bits = LogId.BitsOf(dice.Next());
        int moment = index / _seed.EqualTimes;
        int modelIndex = DrawModel(ref dice);
        LogSeedModel model = _models[modelIndex];
        bool failed = dice.Falls(_seed.Failed);
        bool cached = dice.Falls(_seed.Cached) && !failed;
        int tokensIn = failed ? -1 : 5 + dice.Below(2000);
        int tokensOut = failed ? -1 : model.PriceOut == 0 ? 0 : 1 + dice.Below(800);
        LogFlags flags = DrawFlags(ref dice) | (failed ? LogFlags.None : LogFlags.Success) | (cached ? LogFlags.Cached : LogFlags.None);
        return new LogRow
        {
            CreatedAt = _start + (long)TimeOf(moment),
            Bits = bits,
            Kind = DrawKind(ref dice, modelIndex),
            Metadata = dice.Falls(_seed.MetadataShare) ? _metadata.Draw(ref dice) : null,
            Notes = dice.Falls(_seed.Feedback) ? dice.Falls(0.7) ? LogNotes.Liked : LogNotes.Disliked : null,
            Cost = dice.Falls(_seed.Unpriced) ? double.NaN : failed || cached ? 0 : Price(model, tokensIn, tokensOut),
            Duration = cached ? 1 + dice.Below(20) : 100 + dice.Below(3000),
            TokensIn = tokensIn,
            TokensOut = tokensOut,
            Status = failed ? s_failures[dice.Below(s_failures.Length)] : (short)200,
            Flags = flags,
            Step = (byte)(dice.Falls(0.1) ? 1 : 0),
        };
    }

    private static double Price(LogSeedModel model, int tokensIn, int tokensOut) =>
        Math.Round(((tokensIn * model.PriceIn) + (tokensOut * model.PriceOut)) / 1_000_000, 9);

    /// <summary>Milliseconds after the start. Within a span, chance moves a moment as far as the next one at most.</summary>
    private double TimeOf(int moment)
    {
        double share = _seed.SpanSeconds is null ? 0 : new LogDice(~_chance + (ulong)moment).Unit();
        return (moment + share) * _interval;
    }

    private int DrawModel(ref LogDice dice)
    {
        double rest = dice.Unit() * _totalWeight;
        int index = 0;
        while (index < _models.Count - 1 && rest >= _models[index].Weight)
        {
            rest -= _models[index++].Weight;
        }

        return index;
    }

    private LogFlags DrawFlags(ref LogDice dice)
    {
        LogFlags flags = _seed.Payloads ? LogFlags.Payloads : LogFlags.None;
        flags |= dice.Falls(_seed.CustomCost) ? LogFlags.CustomCost : LogFlags.None;
        flags |= dice.Falls(0.3) ? LogFlags.CompatibilityMode : LogFlags.None;
        if (dice.Falls(_seed.Extras))
        {
            flags |= LogFlags.Extras;
            flags |= dice.Falls(0.5) ? LogFlags.Byok : LogFlags.None;
            flags |= dice.Falls(0.5) ? LogFlags.Authentication : LogFlags.None;
            flags |= dice.Falls(0.3) ? LogFlags.Wholesale : LogFlags.None;
        }

        return flags;
    }

    private LogKind DrawKind(ref LogDice dice, int modelIndex)
    {
        LogSeedModel model = _models[modelIndex];
        int streamed = dice.Falls(_seed.Streamed) && model.RequestType == "chat" ? 1 : 0;
        int dlp = dice.Below(s_dlpActions.Length);
        int agent = dice.Below(s_userAgents.Length);
        int place = (((((modelIndex * 2) + streamed) * s_dlpActions.Length) + dlp) * s_userAgents.Length) + agent;
        return _kinds[place] ??= _store.Share(new LogTraits
        {
            Provider = model.Provider,
            Model = model.Model,
            ModelType = model.ModelType,
            RequestType = model.RequestType,
            Path = model.Path,
            ResponseContentType = streamed == 1 ? LogTraits.EventStream : LogTraits.Json,
            DlpAction = s_dlpActions[dlp],
            UserAgent = s_userAgents[agent],
        });
    }
}
