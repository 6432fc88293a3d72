package org.c25.faces;

import static org.c25.faces.FacePose.Move.*;

import java.util.EnumMap;
import java.util.Map;
import org.c25.affect.Expression;

/**
 * How far each part of a face has moved from rest.
 *
 * <p>Rest is 0 and a full movement about 1; the moves that have two directions go from about −1 to 1.
 */
final class FacePose {

    enum Move {
        /** Inner ends of the brows: up is positive. */
        BROW_INNER,
        /** Outer ends of the brows: up is positive. */
        BROW_OUTER,
        /** Brows drawn together. */
        BROW_SQUEEZE,
        /** One brow (at the right of the picture) higher than the other. */
        BROW_ONE_UP,
        /** Eyes wide open (positive) or narrowed (negative). */
        EYE_OPEN,
        /** Upper lids: inner corner raised (sad, positive) or lowered (angry, negative). */
        LID_SLANT,
        /** Cheeks push the lower lids up. */
        CHEEK,
        GAZE_X,
        GAZE_Y,
        /** Nose wrinkled, its wings raised. */
        NOSE,
        /** Corners of the mouth: up is positive. */
        SMILE,
        /** The corner at the right of the picture alone. */
        SMILE_ONE,
        /** Mouth wider (positive) or narrower (negative). */
        WIDE,
        OPEN,
        /** An open mouth's corners: 0 pointed, 1 round. */
        ROUND,
        TEETH_UPPER,
        TEETH_LOWER,
        LIP_RAISE,
        PRESS,
        /** The lower lip pushed out and up. */
        POUT,
        /** Head turned about its neck, clockwise in the picture. */
        TILT
    }

    private final Map<Move, Double> moves = new EnumMap<>(Move.class);

    private FacePose() {}

    /** Returns the pose of an expression; valence and arousal are −1 … 1. */
    static FacePose of(Expression expression, double valence, double arousal) {
        FacePose pose = full(expression);
        // An expression is never so faint that it could not be told: calm faces keep half of it.
        double intensity = 0.52 + 0.17 * (arousal + 1) + 0.18 * Math.abs(valence);
        pose.moves.replaceAll((move, full) -> full * intensity);
        pose.respondToValence(valence);
        if (expression == Expression.ANGER) {
            // Anger has two mouths: lips pressed together, and when it breaks out, teeth.
            pose.with(OPEN, Math.max(0, arousal - 0.5));
        }
        pose.respondToArousal(arousal);
        return pose;
    }

    private void respondToValence(double valence) {
        with(SMILE, 0.34 * valence);
        with(CHEEK, 0.2 * Math.max(0, valence));
        with(WIDE, 0.14 * Math.max(0, valence));
        with(BROW_INNER, 0.12 * Math.min(0, valence));
    }

    private void respondToArousal(double arousal) {
        with(EYE_OPEN, arousal > 0 ? 0.28 * arousal : 0.34 * arousal);
        with(BROW_OUTER, 0.14 * arousal);
        with(BROW_INNER, 0.1 * arousal);
        if (at(OPEN) > 0) {
            moves.put(OPEN, Math.max(0, at(OPEN) * (1 + 0.45 * arousal)));
        }
        // Lips cannot be pressed together and apart: the aroused mouth opens, the calm one stays shut.
        moves.put(PRESS, Math.max(0, at(PRESS) * (1 - 2.2 * at(OPEN))));
    }

    private FacePose with(Move move, double amount) {
        moves.merge(move, amount, Double::sum);
        return this;
    }

    double at(Move move) {
        return moves.getOrDefault(move, 0.0);
    }

    /** Returns the move if it is positive, at most 1; else 0. */
    double positive(Move move) {
        return Math.min(1, Math.max(0, at(move)));
    }

    /** Returns the expression at its full strength, before valence and arousal. */
    private static FacePose full(Expression expression) {
        FacePose pose = new FacePose();
        return switch (expression) {
            case HAPPINESS ->
                pose.with(SMILE, 0.85)
                        .with(CHEEK, 0.7)
                        .with(WIDE, 0.5)
                        .with(OPEN, 0.52)
                        .with(TEETH_UPPER, 1.0)
                        .with(BROW_OUTER, 0.2)
                        .with(EYE_OPEN, -0.2)
                        .with(TILT, 0.3);
            case SADNESS ->
                pose.with(BROW_INNER, 1.0)
                        .with(BROW_OUTER, -0.6)
                        .with(BROW_SQUEEZE, 0.45)
                        .with(SMILE, -0.7)
                        .with(EYE_OPEN, -0.45)
                        .with(LID_SLANT, 1.0)
                        .with(POUT, 0.8)
                        .with(GAZE_Y, 0.7)
                        .with(WIDE, -0.15)
                        .with(TILT, -0.7);
            case SURPRISE ->
                pose.with(BROW_INNER, 0.95)
                        .with(BROW_OUTER, 1.05)
                        .with(EYE_OPEN, 0.85)
                        .with(OPEN, 0.85)
                        .with(ROUND, 1.0)
                        .with(WIDE, -0.5);
            case FEAR ->
                pose.with(BROW_INNER, 1.15)
                        .with(BROW_OUTER, 0.1)
                        .with(BROW_SQUEEZE, 0.8)
                        .with(EYE_OPEN, 0.8)
                        .with(LID_SLANT, 0.5)
                        .with(OPEN, 0.42)
                        .with(ROUND, 0.75)
                        .with(WIDE, 0.5)
                        .with(SMILE, -0.3)
                        .with(TEETH_UPPER, 0.6)
                        .with(TEETH_LOWER, 0.7);
            case DISGUST ->
                pose.with(BROW_INNER, -0.5)
                        .with(BROW_OUTER, -0.45)
                        .with(BROW_SQUEEZE, 0.7)
                        .with(EYE_OPEN, -0.85)
                        .with(CHEEK, 1.0)
                        .with(NOSE, 1.0)
                        .with(LIP_RAISE, 1.0)
                        .with(SMILE, -0.6)
                        .with(SMILE_ONE, 0.6)
                        .with(OPEN, 0.14)
                        .with(TEETH_UPPER, 0.9)
                        .with(ROUND, 0.4)
                        .with(GAZE_X, -0.6)
                        .with(TILT, 0.9);
            case NEUTRAL -> pose;
            case ANGER ->
                pose.with(BROW_INNER, -1.0)
                        .with(BROW_OUTER, 0.25)
                        .with(BROW_SQUEEZE, 1.0)
                        .with(EYE_OPEN, 0.05)
                        .with(LID_SLANT, -1.0)
                        .with(SMILE, -0.55)
                        .with(PRESS, 1.0)
                        .with(NOSE, 0.25)
                        .with(ROUND, 1.0)
                        .with(TEETH_UPPER, 1.0)
                        .with(TEETH_LOWER, 1.0);
            case CONTEMPT ->
                pose.with(SMILE_ONE, 1.3)
                        .with(SMILE, -0.1)
                        .with(BROW_ONE_UP, 1.2)
                        .with(BROW_INNER, -0.2)
                        .with(EYE_OPEN, -0.4)
                        .with(GAZE_X, 0.7)
                        .with(PRESS, 0.4)
                        .with(CHEEK, 0.15)
                        .with(TILT, 0.8);
        };
    }
}
