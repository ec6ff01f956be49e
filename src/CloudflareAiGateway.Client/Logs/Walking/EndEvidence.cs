using System;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Weighs whether a walk is at its end. Neither a count nor a short or empty page proves it; what does is to ask again and again and
/// find nothing more. A service that was caught at a wrong answer is asked more often; a count can raise doubts, never calm them.
/// </summary>
/// <param name="wasCaught">Whether the service was caught before.</param>
internal sealed class EndEvidence(bool wasCaught)
{
    private const int Enough = 2;
    private const int EnoughInDoubt = 5;

    private int _answers;
    private bool _sawShortPage;
    private bool _countAgrees = true;

    /// <summary>Whether the service was caught at a wrong answer, or at one that may be.</summary>
    public bool WasCaught { get; private set; } = wasCaught;

    /// <summary>Whether the walk may end.</summary>
    public bool IsEnough => _answers >= (WasCaught || !_countAgrees ? EnoughInDoubt : Enough);

    /// <summary>An answer that ended early or was empty had nothing new.</summary>
    /// <param name="countAgrees">Whether the service's count says that nothing follows.</param>
    public void AddNothing(bool countAgrees)
    {
        _answers++;
        _countAgrees &= countAgrees;
    }

    /// <summary>An answer had new rows.</summary>
    /// <param name="isShort">Whether it ended early.</param>
    public void AddNews(bool isShort)
    {
        WasCaught |= _answers > 0 || _sawShortPage;
        _sawShortPage = isShort;
        _answers = 0;
        _countAgrees = true;
    }

    /// <summary>The walk went on to the last row it has. What was not found before there says little about what is behind it.</summary>
    public void Move() => _answers = Math.Min(_answers, 1);

    /// <summary>An answer was odd: perhaps wrong, perhaps rows went away.</summary>
    public void Doubt() => WasCaught = true;

    /// <summary>The service gave a wrong answer.</summary>
    public void Catch()
    {
        WasCaught = true;
        _answers = 0;
    }
}
