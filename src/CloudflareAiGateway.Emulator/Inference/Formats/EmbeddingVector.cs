using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes the vector of a text: of length 1, the same for the same text, another one for any other.</summary>
internal static class EmbeddingVector
{
    public static float[] Make(string model, string text, int dimensions)
    {
        var dice = new LogDice(LogId.BitsOf(model + "\n" + text));
        float[] vector = new float[dimensions];
        double square = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            double number = (dice.Unit() * 2) - 1;
            vector[i] = (float)number;
            square += number * number;
        }

        float length = (float)Math.Sqrt(square);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] /= length;
        }

        return vector;
    }
}
